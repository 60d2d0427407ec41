"""Delivery under faults: killed at every point, and a long run in which everything goes wrong."""
