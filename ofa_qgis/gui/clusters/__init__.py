"""A first map without labels, whose clusters become labels."""
