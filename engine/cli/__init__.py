"""The `engine` command: its options, its commands and what it prints."""
