"""What tests share of the settings."""

import os

from bot.settings import read_settings

MODEL = read_settings(os.environ).model
