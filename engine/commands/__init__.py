"""Commands of the shell beside those of `engine.cli`, one module each; the shell finds them by entry point."""
