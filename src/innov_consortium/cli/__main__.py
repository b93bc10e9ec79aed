"""Run the command line with ``python -m innov_consortium.cli``."""

from innov_consortium.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
