"""What people mean, and which clauses answer: all of it local, none of it leaves the machine."""
