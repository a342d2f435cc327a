"""The door for servers and for `flask --app wsgi`: one application from the environment's settings."""

import os
import sys

from app import create_app
from config import Settings, SettingsError

try:
    app = create_app(Settings.from_environ(os.environ))
except SettingsError as error:
    sys.exit(f"groundwork: {error}")
