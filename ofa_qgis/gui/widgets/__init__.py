"""Small widgets that any part of the dock may use."""
