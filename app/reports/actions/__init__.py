"""What can be done with a report. Each raises named errors of app.reports.errors; none opens a transaction."""

from app.reports.actions.correct import correct
from app.reports.actions.publish import begin, fail, freeze, publish, step
from app.reports.actions.write import Subject, save, start

__all__ = ["Subject", "begin", "correct", "fail", "freeze", "publish", "save", "start", "step"]
