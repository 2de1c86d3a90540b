"""Benchmarks of the whole product: figures for people to read, never a test that fails on a slow day."""
