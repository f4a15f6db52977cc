"""``python -I -m engine``: the command line (see `engine.cli.main`)."""

from engine.cli.main import main

if __name__ == "__main__":
    main()
