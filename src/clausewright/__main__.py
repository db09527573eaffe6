"""Run the command line as ``python -m clausewright``."""

from clausewright.cli import main

if __name__ == "__main__":
    main()
