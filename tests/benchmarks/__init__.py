"""Benchmarks: ratios measured in one run, printed beside their budgets; never timed tests."""
