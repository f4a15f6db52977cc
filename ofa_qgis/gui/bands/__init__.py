"""What each band of a scene is: the dialog "Bands", and the words for units, fill and what is asked about them."""
