"""The command line. Exit code 0 on success, 2 on wrong arguments, 1 otherwise with one clear line."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.errors import Sayable

ROLES = ("employee", "councillor")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    # One text is too little work to share out: two threads are slower than one, and turns run side by side anyway.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = _parser().parse_args(argv)
    try:
        return given.run(given) or 0
    except Sayable as error:
        print(f"probity: {error}", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="probity", description="Rules on the council's policies and keeps the register."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_running(commands)
    _add_asking(commands)
    _add_evaluating(commands)
    _add_keeping(commands)
    _add_reviews(commands)
    _add_packaging(commands)
    return parser


def _add_running(commands: argparse._SubParsersAction) -> None:
    demo = _command(commands, "demo", "bot.commands.serving:demo", "the bot on SQLite with demo people")
    _add_address(demo)
    demo.add_argument("--now", help="start the clock there (ISO; local time without an offset)")
    serve = _command(commands, "serve", "bot.commands.serving:serve", "the bot alone")
    _add_address(serve)
    serve.add_argument("--database-url")
    serve.add_argument(
        "--allow-anonymous", action="store_true", help="for a trial on this machine: no token is checked"
    )
    serve.add_argument("--people", help="a CSV file of people")
    serve.add_argument("--now", help="start the clock there (ISO; local time without an offset)")
    chat = _command(commands, "chat", "bot.commands.chatting:chat", "the same conversation in a terminal")
    chat.add_argument("--as", dest="person", required=True, metavar="PERSON", help="the key of a person, such as amy")
    chat.add_argument("--people", help="a CSV file of people (default: the demo people)")
    chat.add_argument("--database-url")
    chat.add_argument("--now", help="start the clock there (ISO; local time without an offset)")


def _add_asking(commands: argparse._SubParsersAction) -> None:
    classify = _command(commands, "classify", "bot.commands.asking:classify", "what a sentence means")
    classify.add_argument("--now", help="the person's clock (ISO)")
    ask = _command(commands, "ask", "bot.commands.asking:ask", "what the policy says")
    for command in (classify, ask):
        command.add_argument("text", nargs="?")
        _add_role(command)
    assess = _command(commands, "assess", "bot.commands.asking:assess", "what the policy makes of a case")
    assess.add_argument("situation", nargs="?")
    assess.add_argument("--facts", help="a JSON object of facts")
    assess.add_argument("--what-if", action="store_true", help="add the smallest changes of fact that would change it")
    _add_role(assess)


def _add_evaluating(commands: argparse._SubParsersAction) -> None:
    evaluate = _command(
        commands, "evaluate", "bot.commands.evaluating:evaluate", "how well it understands a file of labelled lines"
    )
    evaluate.add_argument("labelled", type=Path, metavar="FILE", help="a .jsonl file: text, role, situation or clauses")
    evaluate.add_argument("--picture", type=Path, metavar="PNG", help="draw which labels are taken for which")
    evaluate.add_argument("--now", help="the clock of the lines (ISO)")


def _add_keeping(commands: argparse._SubParsersAction) -> None:
    kb = commands.add_parser("kb", help="the knowledge base").add_subparsers(required=True, metavar="COMMAND")
    _command(kb, "export", "bot.commands.keeping:kb_export", "every clause in force").add_argument(
        "--json", action="store_true", help="a JSON object a line (the only form)"
    )
    diff = _command(kb, "diff", "bot.commands.documents:kb_diff", "what a new document of a policy changes")
    diff.add_argument("document", metavar="FILE", help="the document: .docx, .md, .pdf with text, or .txt")
    diff.add_argument("--policy", metavar="ID", help="the policy (default: the one whose words match most)")
    diff.add_argument("--json", action="store_true", help="print one JSON object")
    lint = _command(kb, "lint", "bot.commands.linting:kb_lint", "whether all beside the clauses fits their words")
    lint.add_argument("--json", action="store_true", help="print one JSON object")
    _add_editions(kb)
    _add_policy_reviews(kb)
    _add_ledger(kb)
    model = commands.add_parser("model", help="the encoder").add_subparsers(required=True, metavar="COMMAND")
    _command(model, "build", "bot.commands.keeping:model_build", "fetch, check and convert the encoder")
    refit = _command(model, "refit", "bot.commands.refitting:model_refit", "fit it to what HR taught")
    refit.add_argument("--on", metavar="DATE", help="the day whose clauses count (default: today)")
    refit.add_argument("--database-url")
    refit.add_argument("--json", action="store_true", help="print one JSON object")
    db = commands.add_parser("db", help="the database").add_subparsers(required=True, metavar="COMMAND")
    upgrade = _command(db, "upgrade", "bot.commands.keeping:db_upgrade", "bring the schema up to date")
    upgrade.add_argument("--database-url")
    audit = commands.add_parser("audit", help="the audit trail").add_subparsers(required=True, metavar="COMMAND")
    verify = _command(audit, "verify", "bot.commands.keeping:audit_verify", "check the audit trail, row by row")
    verify.add_argument("--database-url")


def _add_editions(kb: argparse._SubParsersAction) -> None:
    proposed = _command(kb, "import", "bot.commands.editions:kb_import", "propose what a document changes")
    proposed.add_argument("document", metavar="FILE", help="the document: .docx, .md, .pdf with text, or .txt")
    proposed.add_argument("--policy", metavar="ID", help="the policy (default: the one whose words match most)")
    proposed.add_argument("--from", dest="since", metavar="DATE", help="the first day it holds (default: today)")
    preview = _command(kb, "preview", "bot.commands.editions:kb_preview", "what a proposed change would change")
    published = _command(kb, "publish", "bot.commands.editions:kb_publish", "put a proposed change in force")
    published.add_argument("--override", default="", metavar="REASON", help="why, although golden checks fail with it")
    back = _command(kb, "rollback", "bot.commands.editions:kb_rollback", "take a published change back")
    history = _command(kb, "history", "bot.commands.editions:kb_history", "every change, and what became of it")
    golden = _command(kb, "golden", "bot.commands.editions:kb_golden", "whether the golden set comes out right")
    golden.add_argument("--on", metavar="DATE", help="the day (default: today)")
    preview.add_argument("--on", metavar="DATE", help="as of this day (default: its first, or today)")
    for command in (preview, published, back):
        command.add_argument("edition", help="the change, such as KB-3")
    for command in (proposed, published, back):
        command.add_argument("--as", dest="person", required=True, metavar="KEY", help="who does it")
    for command in (proposed, back):
        command.add_argument("--why", default="", help="why, in a sentence")
    for command in (preview, history, golden):
        command.add_argument("--json", action="store_true", help="print one JSON object")
    for command in (proposed, preview, published, back):
        command.add_argument("--people", help="a CSV file of people (default: the demo people)")
    for command in (proposed, preview, published, back, history, golden):
        command.add_argument("--database-url")


def _add_policy_reviews(kb: argparse._SubParsersAction) -> None:
    review = _command(kb, "review", "bot.commands.policy_reviews:kb_review", "what falls due for review")
    review.add_argument("--people", help="a CSV file of people (default: the demo people)")
    looked = _command(kb, "links", "bot.commands.policy_reviews:kb_links", "whether the links in the clauses answer")
    for command in (review, looked):
        command.add_argument("--json", action="store_true", help="print one JSON object")
        command.add_argument("--database-url")


def _add_reviews(commands: argparse._SubParsersAction) -> None:
    campaign = commands.add_parser("campaign", help="reviews of declarations")
    acts = campaign.add_subparsers(required=True, metavar="COMMAND")
    start = _command(acts, "start", "bot.commands.reviewing:start", "ask a group of people for their declarations")
    start.add_argument("--group", required=True, help="a service area or school, “my team”, “everybody”, or names")
    start.add_argument("--until", required=True, metavar="DAY", help="the last day, such as 2026-12-18")
    status = _command(acts, "status", "bot.commands.reviewing:status", "who has answered, and who has not")
    close = _command(acts, "close", "bot.commands.reviewing:close", "ask and remind nobody any more")
    for command in (status, close):
        command.add_argument("--review", type=int, metavar="NUMBER", help="its number (default: the open one)")
    for command in (start, status, close):
        command.add_argument("--as", dest="person", required=True, metavar="PERSON", help="the key of the one who asks")
        command.add_argument("--people", help="a CSV file of people (default: the demo people)")
        command.add_argument("--database-url")
        command.add_argument("--now", help="the clock (ISO; local time without an offset)")
        command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_ledger(kb: argparse._SubParsersAction) -> None:
    listed = _command(kb, "ambiguities", "bot.commands.ledger:ambiguities", "what is unclear in the policies")
    listed.add_argument("--json", action="store_true", help="print one JSON object")
    decide = _command(kb, "decide", "bot.commands.ledger:decide", "record what HR decided on an ambiguity")
    decide.add_argument("--reading", default="", help="the reading that holds (default: none, the words alone)")
    decide.add_argument("--words", required=True, help="HR's decision, in words that people will read")
    undecide = _command(kb, "undecide", "bot.commands.ledger:undecide", "withdraw HR's decision on an ambiguity")
    for command in (decide, undecide):
        command.add_argument("entry", help="the ambiguity, such as X3")
        command.add_argument("--by", required=command is decide, metavar="KEY", help="who decided: a key of the people")
        command.add_argument("--from", dest="since", metavar="DATE", help="the first day it holds (default: today)")
        command.add_argument("--people", help="a CSV file of people (default: the demo people)")
    for command in (listed, decide, undecide):
        command.add_argument("--database-url")


def _add_packaging(commands: argparse._SubParsersAction) -> None:
    manifest = commands.add_parser("manifest", help="the Teams package")
    acts = manifest.add_subparsers(required=True, metavar="COMMAND")
    build = _command(acts, "build", "bot.commands.manifests:build", "write the package that is uploaded to Teams")
    build.add_argument("--out", default="probity-teams.zip", help="the file to write (default: probity-teams.zip)")
    check = _command(acts, "check", "bot.commands.manifests:check", "hold a package against what Teams demands")
    check.add_argument("package", nargs="?", metavar="ZIP", help="the package (default: what build would write)")
    for command in (build, check):
        command.add_argument("--app-id", help="the application id of the bot's registration (default: PROBITY_APP_ID)")
        command.add_argument("--domain", help="the host that the bot runs on, such as bot.council.gov.uk")
        command.add_argument("--council", help="the council's name, at most 32 characters")
        command.add_argument("--website-url", help="a page about the service (https)")
        command.add_argument("--privacy-url", help="the privacy notice (https)")
        command.add_argument("--terms-url", help="the terms of use (https)")
        command.add_argument("--app-name", help="what the bot is called in Teams (default: Probity)")
        command.add_argument("--version", help="raise it with each upload (default: 1.0.0)")


def _add_role(command: argparse.ArgumentParser) -> None:
    command.add_argument("--role", choices=ROLES)
    command.add_argument("--file", help="a .jsonl file: a line each, and a line printed for each")
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_address(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=3978)


def _command(commands: argparse._SubParsersAction, name: str, where: str, what: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what)
    command.set_defaults(run=lambda given: _load(where)(given, command))
    return command


def _load(where: str):
    """Import a command when it is run, so that the others start quickly."""
    from importlib import import_module

    module, _, name = where.partition(":")
    return getattr(import_module(module), name)


if __name__ == "__main__":
    sys.exit(main())
