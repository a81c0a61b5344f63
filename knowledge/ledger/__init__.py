"""What the policies leave unclear, contradict or leave out: the entries, where one is met, and what HR decided."""
