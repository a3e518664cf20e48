"""The `lintas` command. Each call imports what it needs, so that `--help` is instant."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from bot.app import Lintas
    from bot.settings import Settings

app = typer.Typer(
    help="Lintas: a colleague in Slack for people who run international cultural programs.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
preview = typer.Typer(help="Show what would be posted, without posting it.", no_args_is_help=True)
app.add_typer(preview, name="preview")
deliveries = typer.Typer(help="What was given up after all attempts, without what it says.")
app.add_typer(deliveries, name="deliveries")

Now = Annotated[str | None, typer.Option("--now", metavar="ISO", help="The instant to take for now.")]
WorkspaceOption = Annotated[
    str | None, typer.Option("--workspace", metavar="T…", help="Needed only where there is more than one.")
]


@app.command(epilog="Example: SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… lintas run")
def run() -> None:
    """Run the bot: over Socket Mode where SLACK_APP_TOKEN is set, else over HTTP on HOST:PORT."""
    settings = _settings()
    if lacking := settings.lacks_for_run():
        _fail("; ".join(lacking))
    from bot import serving

    with _told():
        serving.serve(settings)


def _known_database(url: str) -> str:
    """The URL of a database that Lintas can use."""
    from bot.settings import SettingsError, read_settings

    try:
        read_settings(database_url=url, _env_file=None)
    except SettingsError as problem:
        for line in problem.problems:
            if line.startswith("DATABASE_URL: "):
                raise typer.BadParameter(f"{url!r}: {line.removeprefix('DATABASE_URL: ')}") from None
    return url


@app.command(epilog="Example: lintas local --port 8765")
def local(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page listens, on 127.0.0.1; 0: any free port.")
    ] = 8765,
    empty: Annotated[bool, typer.Option("--empty", help="Start without the example team.")] = False,
    db: Annotated[
        str, typer.Option(metavar="URL", callback=_known_database, help="The database.")
    ] = "sqlite:///lintas-local.db",
) -> None:
    """Try Lintas in a Slack workspace on this machine, in the browser."""
    from bot import serving

    with _told():
        serving.serve_locally(db, port=port, seeded=not empty)


@app.command(epilog="Example: DATABASE_URL=postgresql://lintas@db/lintas lintas migrate")
def migrate() -> None:
    """Bring the database to the newest schema; safe to run twice and from two processes at once."""
    settings = _settings()
    from storage.migrate import migrate as bring_up

    with _told():
        bring_up(settings.database_url)
    typer.echo("The database is at the newest schema.")


@app.command(epilog="Example: lintas tick --now 2026-11-25T09:00+07:00 --json")
def tick(
    now: Now = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Send and store nothing.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """One pass of the scheduler as if it were that instant: send what is due and print it."""
    from bot.passes import one_pass

    with _lintas(now) as lintas, _told():
        _workspace_id(lintas, workspace)
        result = one_pass(lintas, dry_run=dry_run)
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    said = ("would send", "would fold") if dry_run else ("sent", "folded")
    for sent in result["sent"]:
        typer.echo(f"{said[0]} {sent['kind']} to {sent['channel']}")
    for folded in result["folded"]:
        typer.echo(f"{said[1]} {folded['kind']} of {folded['channel']} into the next")
    for failed in result["failed"]:
        typer.echo(f"failed {failed['kind']}: {failed['reason']}")
    if not any((result["sent"], result["folded"], result["failed"])):
        typer.echo("nothing was due")


@app.command(epilog='Example: lintas parse "kirim draf MoU paling lambat Jumat" --lang id')
def parse(
    text: Annotated[list[str] | None, typer.Argument(help="What somebody wrote.")] = None,
    now: Now = None,
    tz: Annotated[str, typer.Option(metavar="ZONE", help="The speaker's zone.")] = "Asia/Jakarta",
    lang: Annotated[Literal["en", "id"], typer.Option(help="The reader's language.")] = "id",
    world: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names to resolve against, as JSON.")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON lines, write JSON lines.")] = False,
) -> None:
    """Print what the bot understands of TEXT, as JSON; touches no database."""
    from bot import reading_lines

    with _told():
        known = reading_lines.read_world(world)
        if jsonl:
            for line in reading_lines.understand_lines(sys.stdin, known):
                typer.echo(line)
            return
        if not text:
            raise typer.BadParameter("Give a text, or --jsonl and lines on standard input.")
        given = {"text": " ".join(text), "tz": tz, "lang": lang} | ({"now": now} if now else {})
        try:
            typer.echo(reading_lines.understand_one(given, known))
        except ValueError as problem:
            raise typer.BadParameter(str(problem)) from None


@preview.command("digest", epilog="Example: lintas preview digest --channel C0123456789")
def preview_digest(
    channel: Annotated[str, typer.Option(metavar="C…", help="The channel's Slack id.")],
    now: Now = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print the digest that channel would get; nothing is sent or stored."""
    from bot.passes import preview_of_digest

    with _lintas(now) as lintas, _told():
        shown = preview_of_digest(lintas, _workspace_id(lintas, workspace), channel)
    typer.echo(json.dumps(shown, ensure_ascii=False))


@deliveries.callback(invoke_without_command=True, epilog="Example: lintas deliveries")
def dead_deliveries(context: typer.Context) -> None:
    """List what was given up, newest first: number, when, what, where to, why. Never what it says."""
    if context.invoked_subcommand is not None:
        return
    from bot.passes import given_up

    with _lintas(None) as lintas, _told():
        rows = given_up(lintas)
    for row in rows:
        typer.echo(f"{row.id}  {row.due_at:%Y-%m-%d %H:%M}Z  {row.kind:<10}  {row.target:<12}  {row.reason}")
    if not rows:
        typer.echo("nothing was given up")


@deliveries.command("retry", epilog="Example: lintas deliveries retry 7398218305130496001")
def retry_delivery(
    number: Annotated[int, typer.Argument(metavar="N", help="The number that the list shows.")],
) -> None:
    """Try once more to say what was given up, as it stands now; what else is due is sent too."""
    from bot.passes import try_again

    with _lintas(None) as lintas, _told():
        row = try_again(lintas, number)
    if row is None:
        _fail(f"Nothing with the number {number} was given up: `lintas deliveries` lists what was.")
    match row.state:
        case "sent":
            typer.echo(f"sent {row.kind} to {row.channel or row.target}")
        case "moot" | "folded":
            typer.echo(f"there is nothing left to say: {row.kind} to {row.target} is closed")
        case "failed":
            _fail(f"Slack refuses it again: {row.reason}.")
        case _:
            typer.echo(f"not sent yet ({row.reason}): it is tried again by itself while `lintas run` runs")


@app.command(epilog="Example: lintas check")
def check() -> None:
    """Look at settings, database, token and scopes: each line is ok or says what to do."""
    from bot.checking import checks

    lines = list(checks())
    for line in lines:
        typer.echo(f"{'ok  ' if line.ok else 'no  '} {line.text}")
    if not all(line.ok for line in lines):
        raise typer.Exit(1)


def main() -> None:
    """The console command."""
    app(prog_name="lintas")


# --- what the calls share ----------------------------------------------------------------------


def _settings(**known: Any) -> Settings:
    from bot.settings import SettingsError, read_settings

    try:
        return read_settings(**known)
    except SettingsError as problem:
        _fail("; ".join(problem.problems))


def _instant(now: str | None) -> datetime | None:
    if now is None:
        return None
    try:
        at = datetime.fromisoformat(now)
    except ValueError:
        raise typer.BadParameter(
            f"{now!r} is no instant: write 2026-11-25T09:00+07:00", param_hint="--now"
        ) from None
    if at.tzinfo is None:
        from zoneinfo import ZoneInfo

        at = at.replace(tzinfo=ZoneInfo(_settings().timezone))
    return at


@contextmanager
def _lintas(now: str | None) -> Iterator[Lintas]:
    at = _instant(now)
    settings = _settings()
    from bot.app import build_app
    from bot.clock import FixedClock
    from storage.migrate import is_current

    with _told():
        lintas = build_app(settings, FixedClock(at) if at else None)
        if not is_current(lintas.database):
            _fail("The database schema is not current: run `lintas migrate` first.")
    try:
        yield lintas
    finally:
        lintas.stop()


def _workspace_id(lintas: Lintas, team: str | None) -> int:
    from storage.workspaces import all_workspaces

    with lintas.database.reading() as session:
        known = {row.slack_team_id: row.id for row in all_workspaces(session)}
    if team is not None:
        if team not in known:
            _fail(f"There is no workspace {team}. Known: {', '.join(known) or 'none yet'}.")
        return known[team]
    if not known:
        _fail("There is no workspace yet: start the bot once with `lintas run`.")
    if len(known) > 1:
        _fail(f"There are several workspaces; add --workspace with one of {', '.join(known)}.")
    return next(iter(known.values()))


@contextmanager
def _told() -> Iterator[None]:
    """Turn what an operator can put right into one line on standard error."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.errors import UserError
    from bot.settings import SettingsError
    from storage.migrate import SchemaError

    try:
        yield
    except SettingsError as problem:
        _fail("; ".join(problem.problems))
    except (SchemaError, OSError, json.JSONDecodeError) as problem:
        _fail(str(problem))
    except UserError as problem:
        _fail(problem.sentence.format(**problem.facts))
    except SQLAlchemyError as problem:
        _fail(f"The database cannot be used: {str(getattr(problem, 'orig', problem)).splitlines()[0]}")


def _fail(message: str) -> NoReturn:
    typer.echo(f"lintas: {message}", err=True)
    raise typer.Exit(1)
