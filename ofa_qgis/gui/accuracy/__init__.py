"""The page that walks through an accuracy sample, and what its answers say."""
