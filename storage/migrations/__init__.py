"""Schema migrations, one file per revision, numbered in order."""
