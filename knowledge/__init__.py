"""What the policies say, what they make of a case, and what people mean. Pure: imports no other layer."""
