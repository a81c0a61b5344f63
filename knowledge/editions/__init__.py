"""Editions: what HR change in the policies, dated and published by a second person, beside the files as they came."""
