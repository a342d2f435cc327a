"""The door for servers and for `flask --app wsgi`: one application from the environment's settings."""

import gc
import os
import sys

gc.disable()  # what is imported stays for good: looking for garbage among it takes a tenth of the start

from app import create_app  # noqa: E402
from config import Settings, SettingsError  # noqa: E402

try:
    app = create_app(Settings.from_environ(os.environ))
except SettingsError as error:
    sys.exit(f"groundwork: {error}")

gc.freeze()  # nor is it looked through later; forked workers share these pages of memory
gc.enable()
