"""What accounts refuse, by name; each message stands beside the field it is about."""

from app.core.errors import N_, BrokenRule, NotNow


class WrongSignIn(BrokenRule):
    """Unknown address, wrong password, too many tries: one answer for all of them."""

    message = N_(
        "Address and password do not fit together, or there were too many tries. "
        "Wait a few minutes, or ask for a new password."
    )


class WrongPassword(BrokenRule):
    field = "current"
    message = N_("This is not your password now.")


class EmailTaken(BrokenRule):
    field = "email"
    message = N_("Someone has this address already.")


class PersonUnknown(BrokenRule):
    message = N_("Nobody here is called “%(words)s”. Write the e-mail address.")

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words=words)
        self.field = field


class SeveralPeople(BrokenRule):
    message = N_("Several people fit “%(words)s”: %(choices)s. Write the e-mail address.")

    def __init__(self, field: str, words: str, choices: str) -> None:
        super().__init__(words=words, choices=choices)
        self.field = field


class LastOfRole(BrokenRule):
    message = N_("This is the last person of the agency with this role. Give it to someone else first.")


class GrantedAlready(BrokenRule):
    field = "role"
    message = N_("This person holds this role there already.")


class NotYourself(BrokenRule):
    message = N_("Someone else has to do this for you: nobody changes their own rights.")


class LinkSpent(NotNow):
    message = N_("This link was used already.")
