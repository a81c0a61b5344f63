"""The one family of errors whose words reach a person as they stand."""


class Sayable(Exception):
    """A refusal or a misreading that is safe to show: ``str()`` says what happened and what to do next."""
