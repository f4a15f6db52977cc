"""The commands that are not made in `engine.cli.main`, one module each; entry points name them."""
