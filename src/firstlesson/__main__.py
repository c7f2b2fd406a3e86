"""`python -m firstlesson`."""

from firstlesson.cli import main

if __name__ == "__main__":
    main()
