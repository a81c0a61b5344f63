"""The bot's own Bot Framework adapter: turns in, activities out, through the edge's checks and connection pool."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    ConversationAccount,
    ConversationParameters,
    ConversationReference,
    ResourceResponse,
)

from bot.connector import Connector
from bot.errors import SendFailed
from bot.wire import write_activity

log = logging.getLogger(__name__)

Logic = Callable[[TurnContext], Awaitable[InvokeResponse | None]]
OnBug = Callable[[TurnContext, Exception, str], Awaitable[InvokeResponse | None]]


class TeamsAdapter(BotAdapter):
    """Runs turns and sends what they say. ``on_bug(context, error, reference)`` answers for a turn that broke."""

    def __init__(self, connector: Connector, on_bug: OnBug | None = None):
        super().__init__()
        self._connector = connector
        self._on_bug = on_bug

    async def process(self, activity: Activity, logic: Logic) -> InvokeResponse | None:
        """Runs one turn; gives the answer of an invoke, None for anything else. Raises nothing but cancellation."""
        # The channel does not use it, and taking it up would keep the replies from the person.
        activity.delivery_mode = None
        context = TurnContext(self, activity)
        try:
            answer = await self.run_pipeline(context, logic)
        except SendFailed as failure:
            log.warning("turn ended by a failed send: %s", failure)
            answer = invoke_error(activity, "The answer could not be sent. Please try again in a minute.")
        except Exception as error:
            answer = await self._answer_bug(context, error)
        return _invoke_answer(context, answer) if activity.type == ActivityTypes.invoke else None

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """Sends activities in order; an ``invokeResponse`` among them becomes the answer of the invoke."""
        return [await self._send(context, activity) for activity in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Replaces the activity with the same id."""
        sent = await self._connector.update(
            activity.service_url, activity.conversation.id, activity.id, write_activity(activity)
        )
        return ResourceResponse(id=sent)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Takes back the activity the reference names."""
        await self._connector.delete(reference.service_url, reference.conversation.id, reference.activity_id)

    async def create_conversation(
        self,
        reference: ConversationReference,
        logic: Logic | None = None,
        conversation_parameters: ConversationParameters | None = None,
        channel_id: str | None = None,
        service_url: str | None = None,
        credentials: Any = None,
    ) -> ConversationReference:
        """Opens the personal chat with a person and runs ``logic`` in it; gives the reference to keep.

        Who, for which bot and in which tenant comes from ``conversation_parameters``, or else from ``reference``.
        """
        parameters = conversation_parameters or _parameters(reference)
        address = service_url or reference.service_url
        conversation_id, _ = await self._connector.create_conversation(address, write_activity(parameters))
        opened = ConversationReference(
            user=parameters.members[0],
            bot=parameters.bot,
            conversation=ConversationAccount(
                id=conversation_id, conversation_type="personal", tenant_id=parameters.tenant_id
            ),
            channel_id=channel_id or reference.channel_id,
            service_url=address,
        )
        if logic is not None:
            await self.continue_conversation(opened, logic)
        return opened

    async def _send(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        if activity.type == ActivityTypes.invoke_response:
            context.turn_state[BotAdapter._INVOKE_RESPONSE_KEY] = activity
            return ResourceResponse()
        if activity.type == ActivityTypes.trace:
            return ResourceResponse()
        if activity.type == "delay":
            await asyncio.sleep(float(activity.value) / 1000)
            return ResourceResponse()
        sent = await self._connector.send(
            activity.service_url,
            activity.conversation.id,
            write_activity(activity),
            activity.reply_to_id,
            harmless=activity.type == ActivityTypes.typing,
        )
        return ResourceResponse(id=sent)

    async def _answer_bug(self, context: TurnContext, error: Exception) -> InvokeResponse | None:
        reference = new_reference()
        log_bug("turn", reference, error)
        answer = None
        try:
            if self._on_bug is not None:
                answer = await self._on_bug(context, error, reference)
        except SendFailed as failure:
            log.warning("apology %s not sent: %s", reference, failure)
        except Exception as second:
            log_bug("apology", reference, second)
        message = f"Something went wrong on our side. Please try again; if it happens again, quote {reference}."
        return answer or invoke_error(context.activity, message)


def new_reference() -> str:
    """A short reference that ties an apology to its log line."""
    return "E-" + secrets.token_hex(4).upper()


def log_bug(where: str, reference: str, error: BaseException) -> None:
    """Logs the type of an error and the lines it came through, not its words, which may repeat a person's."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    log.error("%s broke, reference %s: %s at %s", where, reference, type(error).__name__, lines)


def invoke_error(activity: Activity, message: str) -> InvokeResponse:
    """The answer, status 200, that shows ``message`` for an invoke that failed, in the form its kind can show."""
    if activity.name in ("task/fetch", "task/submit"):
        return InvokeResponse(status=200, body={"task": {"type": "message", "value": message}})
    if activity.name == "composeExtension/query":
        return InvokeResponse(status=200, body={"composeExtension": {"type": "message", "text": message}})
    if activity.name != "adaptiveCard/action":
        return InvokeResponse(status=200, body={})
    error = {"code": "InternalError", "message": message}
    return InvokeResponse(
        status=200, body={"statusCode": 500, "type": "application/vnd.microsoft.error", "value": error}
    )


def _invoke_answer(context: TurnContext, answer: InvokeResponse | None) -> InvokeResponse:
    if not isinstance(answer, InvokeResponse):
        said = context.turn_state.get(BotAdapter._INVOKE_RESPONSE_KEY)
        answer = said.value if said is not None else None
    if not isinstance(answer, InvokeResponse):
        return InvokeResponse(status=200, body={})
    return InvokeResponse(status=int(answer.status or HTTPStatus.OK), body=answer.body)


def _parameters(reference: ConversationReference) -> ConversationParameters:
    return ConversationParameters(
        is_group=False,
        bot=reference.bot,
        members=[reference.user],
        tenant_id=reference.conversation.tenant_id if reference.conversation else None,
        channel_data=_tenant_data(reference),
    )


def _tenant_data(reference: ConversationReference) -> dict | None:
    tenant = reference.conversation.tenant_id if reference.conversation else None
    return {"tenant": {"id": tenant}} if tenant else None
