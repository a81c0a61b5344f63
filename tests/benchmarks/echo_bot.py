"""The stock SDK echo bot, as the vendor's sample 02.echo-bot writes it.

It has no app id, so no token is checked or fetched.
"""

import argparse
import sys
import traceback
from http import HTTPStatus

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.core.integration import aiohttp_error_middleware
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Anonymous:
    """The sample's settings, with no registration."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class EchoBot(ActivityHandler):
    """Says back what was said."""

    async def on_message_activity(self, turn_context: TurnContext):
        """Send one reply."""
        return await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


async def on_error(context: TurnContext, error: Exception) -> None:
    """Print what broke, as the sample does, and tell the person."""
    traceback.print_exception(error, file=sys.stderr)
    await context.send_activity("The bot encountered an error or bug.")


def build_app() -> web.Application:
    """Give the web application with the sample's one route."""
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Anonymous())), EchoBot()
    adapter.on_turn_error = on_error

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot) or web.Response(status=HTTPStatus.OK)

    app = web.Application(middlewares=[aiohttp_error_middleware])
    app.router.add_post("/api/messages", messages)
    return app


def main() -> None:
    """Serve on a port of loopback until stopped."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    web.run_app(build_app(), host="127.0.0.1", port=parser.parse_args().port)


if __name__ == "__main__":
    main()
