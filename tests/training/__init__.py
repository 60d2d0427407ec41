"""Fitting, by `make train`: kinds from the patterns, confidence from the written questions."""
