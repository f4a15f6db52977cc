"""How good a head is where it was not taught: labels held out in folds, and what their answers say of a map."""
