"""The Teams package: building it for a council, and holding a package against what Teams demands."""
