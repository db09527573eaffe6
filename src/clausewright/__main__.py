"""Run the command line as ``python -m clausewright``."""

from clausewright.cli import program

if __name__ == "__main__":
    program()
