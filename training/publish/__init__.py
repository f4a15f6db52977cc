"""A finished run as a model folder for others: card, page, weights."""
