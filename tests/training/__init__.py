"""Fitting: the kinds of question from the patterns, the confidence from the written questions (`make train`)."""
