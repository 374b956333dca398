"""Speed, as ratios against honest references measured in the same run: `python -m benchmarks`."""
