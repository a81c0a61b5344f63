"""Prints the coverage table: ``python -m tests.coverage``; ``--all`` prints the lines that are covered, too."""

import asyncio
import sys

from tests.coverage.report import build, lines_of, totals_of


def main(arguments: list[str]) -> int:
    """Print the table; gives 1 where anything is not covered, else 0."""
    report = asyncio.run(build())
    for line in (*lines_of(report, everything="--all" in arguments), "", *totals_of(report)):
        print(line)
    return 0 if all(found.covered for section in report.values() for found in section) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
