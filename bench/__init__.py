"""How fast and how large Lintas is, as ratios against the plainest thing that could work."""
