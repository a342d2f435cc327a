"""What nominations refuse, by name; each message stands beside the field it is about."""

from app.core.errors import N_, BrokenRule, NotNow


class NominatesSelf(BrokenRule):
    field = "nominee"
    message = N_("Nobody nominates themself. Ask a colleague to do it.")


class NominatedAlready(BrokenRule):
    field = "nominee"
    message = N_("This person is nominated already in this cycle. Put your word to %(ref)s instead.")


class HasSeat(BrokenRule):
    field = "nominee"
    message = N_("This person has a seat in this cycle already.")


class NominationsEnded(BrokenRule):
    message = N_("Nominations for this cycle have ended. What you wrote stays as a draft.")


class CriteriaInUse(NotNow):
    message = N_("Scores were given by these criteria, so they stay as they are for this cycle.")


class NotScored(BrokenRule):
    field = "outcome"
    message = N_("Nobody has scored this nomination yet. Score it first.")


class NotShortlisted(BrokenRule):
    field = "outcome"
    message = N_("Put the person on the shortlist first: who is selected should have heard of it.")


class OfficePromised(BrokenRule):
    field = "outcome"
    message = N_("Someone else is selected for this office and has not answered yet.")


class SeatsPromised(BrokenRule):
    field = "outcome"
    message = N_("All %(count)s seats of this cycle are given or promised.")


class NoCriteria(BrokenRule):
    field = "name_0"
    message = N_("Write at least one criterion.")
