"""Write the next migration, from what the models have and the migrations have not.

`python -m storage.migrations "programs have legs"`
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage import migrate
from storage.database import open_database


def write_next(message: str) -> None:
    """Compare the models with a new SQLite database at the newest revision; CHECKs are yours to add."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'schema.db'}")
        with migrate.migrating(database) as (config, _):
            if migrate.revisions():
                command.upgrade(config, "head")
            number = f"{len(migrate.revisions()) + 1:04}"
            command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    write_next(sys.argv[1])
