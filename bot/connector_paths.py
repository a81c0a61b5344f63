"""The addresses of the Bot Connector's operations, ids encoded."""

from urllib.parse import quote

from bot.errors import SendFailed


def conversations_path(service_url: str) -> str:
    """Where conversations are created."""
    return f"{service_url.rstrip('/')}/v3/conversations"


def activities_path(service_url: str, conversation_id: str, reply_to: str | None = None) -> str:
    """Where activities of a conversation are posted, as a reply to ``reply_to`` where it is given."""
    path = f"{conversations_path(service_url)}/{_segment(conversation_id)}/activities"
    return f"{path}/{_segment(reply_to)}" if reply_to else path


def activity_path(service_url: str, conversation_id: str, activity_id: str) -> str:
    """Where one activity is replaced or taken back."""
    return activities_path(service_url, conversation_id) + "/" + _segment(activity_id)


def _segment(text: str) -> str:
    # A dot segment cannot be encoded away: servers and proxies would climb out of the path.
    if text in ("", ".", ".."):
        raise SendFailed("rejected", None, "BadId")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise SendFailed("rejected", None, "BadId") from None
