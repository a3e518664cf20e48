"""What is built is whole: installed elsewhere, it runs without the repository."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from storage.database import open_database
from storage.migrate import is_current

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the packages that are here."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def lintas(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in an environment of its own that sees the packages of this one, not the repository."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, capture_output=True)
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    # path files in a folder that a path file names are not followed: an editable install stays behind
    (packages / "here.pth").write_text(sysconfig.get_path("purelib"))
    return home / "bin" / "lintas"


def run(lintas: Path, *arguments: str, **environment: str) -> str:
    """What the command prints, run where nothing of the repository is."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [lintas, *arguments], cwd=lintas.parent, env=clean | environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_wheel_holds_every_file_of_the_three_packages_and_no_other(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    ours = {
        str(path.relative_to(ROOT))
        for package in ("bot", "handlers", "storage")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".pyo")
    }
    assert held == ours | {"bot/app_manifest.yml"}
    assert {"bot/locales/id.po", "storage/migrations/script.py.mako"} <= held
    assert any(name.startswith("bot/local/page/") for name in held)


def test_the_command_explains_itself(lintas: Path) -> None:
    assert "migrate" in run(lintas, "--help")


def test_parse_understands_without_a_database(lintas: Path) -> None:
    said = "tolong kirim draf MoU paling lambat Jumat"
    told = json.loads(run(lintas, "parse", "--now", "2026-11-24T09:00:00+07:00", said))
    assert told["intent"] == "create_task"
    assert told["fields"]["due"] == "2026-11-27"
    assert not list(lintas.parent.glob("*.db"))


def test_migrate_makes_a_database(lintas: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    run(lintas, "migrate", DATABASE_URL=url)
    run(lintas, "migrate", DATABASE_URL=url)
    database = open_database(url)
    assert is_current(database)
    database.close()


def test_every_package_that_is_imported_is_asked_for_and_pinned() -> None:
    asked = {
        canonicalize_name(Requirement(line).name)
        for line in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    }
    pinned = {
        canonicalize_name(line.partition("==")[0])
        for line in (ROOT / "constraints.txt").read_text().split()
        if "==" in line
    }
    distributions = packages_distributions()
    imported = {
        name.partition(".")[0]
        for package in ("bot", "handlers", "storage")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for name in _imported(node)
    }
    theirs = {
        canonicalize_name(distribution)
        for name in imported - {*sys.stdlib_module_names, "bot", "handlers", "storage"}
        for distribution in distributions.get(name, [name])
    }
    assert theirs <= asked
    assert asked <= pinned


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
    return []
