"""Where this paper lies, for the tests to import it."""

from pathlib import Path

from verification import papers

papers.extend([Path(__file__).parents[2]])
