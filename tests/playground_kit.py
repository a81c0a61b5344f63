"""``probity demo`` as a process of its own, and a browser in which its Playgrounds are used as people use them."""

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, async_playwright, expect

from bot.people import demo_directory
from bot.playground.process import PACKAGE

ROOT = Path(__file__).parent.parent
OUTPUT = ROOT / "tests" / "output"
SECONDS = 120.0
# A message of the bot, as the page of the Playground marks it.
MESSAGE = ".fai-OutputCard"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=SECONDS * 1000)


def browser_path() -> str | None:
    """Give the path of a Chromium of this machine, or None."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def need_node() -> None:
    """Skip the test where Node.js or the Playground is missing; in CI (CI=true) fail instead."""
    _need({"Node.js (node)": shutil.which("node"), "the Playground (make install)": PACKAGE.is_dir()})


def need_browser() -> None:
    """Skip the test where what a browser or a Playground needs is missing; in CI (CI=true) fail instead."""
    need_node()
    _need({"Chromium (chromium)": browser_path()})


def _need(parts: Mapping[str, object]) -> None:
    lacks = ", ".join(name for name, there in parts.items() if not there)
    if lacks and os.environ.get("CI") == "true":
        pytest.fail(f"this must run in CI, but this machine lacks {lacks}")
    if lacks:
        pytest.skip(f"this machine lacks {lacks}")


class Demo:
    """``probity demo`` on a home and a port of its own. ``printed`` is all that it printed so far."""

    def __init__(self, folder: Path, now: str, **environ: str):
        self.home, self.log = folder / "home", folder / "demo.log"
        self.port = free_port()
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PROBITY_")}
        command = [sys.executable, "-m", "bot.cli", "demo", "--port", str(self.port), "--now", now]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**kept, "PROBITY_HOME": str(self.home), "PROBITY_LINKS": "off", **environ},
                stdout=log,
                stderr=log,
            )

    @property
    def url(self) -> str:
        """Where the bot is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def printed(self) -> str:
        """All that it printed so far."""
        return self.log.read_text(encoding="utf-8")

    def address(self, name: str) -> str:
        """Wait for the printed address of somebody's Playground and give it."""
        return self.waits_for(rf"(http://localhost:\d+)  {name}, ")[1]

    def waits_for(self, pattern: str) -> re.Match[str]:
        """Wait until it printed this and give the match."""
        return wait(lambda: re.search(pattern, self.printed), lambda: f"{pattern!r} in:\n{self.printed}", self._alive)

    async def until(self, true: Callable[[], bool], wanted: str) -> None:
        """Wait until something is true without holding up the loop."""
        await asyncio.to_thread(wait, true, lambda: wanted, self._alive)

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End it with a signal and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(SECONDS)

    def _alive(self) -> None:
        assert self.process.poll() is None, f"the demo ended:\n{self.printed}"


@contextmanager
def demo(folder: Path, now: str = "2026-11-17T10:00", **environ: str) -> Iterator[Demo]:
    """Give a running demo, and end it."""
    running = Demo(folder, now, **environ)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()


@asynccontextmanager
async def browsing(running: Demo) -> AsyncIterator[Callable[[str], Awaitable["Chat"]]]:
    """Give what opens somebody's Playground in a window, in one headless Chromium with a fresh profile."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), headless=True, args=ARGUMENTS)
        try:
            yield lambda key: Chat(browser, key).open(running.address(demo_directory().by_key(key).name))
        finally:
            await browser.close()


class Chat:
    """One person's Playground in a window of its own."""

    def __init__(self, browser: Browser, who: str):
        self.who, self._browser, self._shots = who, browser, 0

    async def open(self, address: str) -> "Chat":
        """Open the page and close the panel for developers."""
        self.page = await self._browser.new_page(viewport={"width": 1280, "height": 1000}, locale="en-GB")
        self.page.set_default_timeout(SECONDS * 1000)
        await self.page.goto(address)
        await self.page.get_by_role("button", name="Hide log panel").click()
        return self

    async def say(self, text: str) -> None:
        """Type something and send it."""
        await self.page.get_by_role("textbox").last.fill(text)
        await self.page.get_by_role("button", name="Send Message").click()

    async def press(self, title: str) -> None:
        """Press the newest button with this accessible name."""
        await self.button(title).last.click()

    def button(self, title: str) -> Locator:
        """Give the buttons with this accessible name."""
        return self.page.get_by_role("button", name=title, exact=True)

    def field(self, label: str) -> Locator:
        """Give the inputs with this label."""
        return self.page.get_by_label(label)

    def card(self, title: str) -> Locator:
        """Give the messages whose card has this title."""
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(MESSAGE).filter(has=heading)

    async def words(self) -> str:
        """Give everything that can be read in the window now."""
        return await self.page.locator("body").inner_text()

    async def sees(self, words: str) -> None:
        """Wait until the bot says these words."""
        await expect(self.page.locator(MESSAGE).filter(has_text=words).last).to_be_visible()

    async def shoot(self, name: str) -> None:
        """Keep a picture of the window under tests/output, its newest message in view."""
        OUTPUT.mkdir(exist_ok=True)
        self._shots += 1
        await self.page.screenshot(path=OUTPUT / f"{self.who}-{self._shots}-{name}.png", animations="disabled")


def wait(found: Callable[[], Any], wanted: Callable[[], str], check: Callable[[], None] = lambda: None) -> Any:
    """Wait until something is found and give it."""
    ends = time.monotonic() + SECONDS
    while not (value := found()):
        check()
        assert time.monotonic() < ends, f"never came: {wanted()}"
        time.sleep(0.1)
    return value


def free_port() -> int:
    """Give a port that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
