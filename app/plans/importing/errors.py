"""Why a file is not taken; each is said beside the file."""

from app.core.errors import N_, BrokenRule


class NotTaken(BrokenRule):
    """A file from which no text can be taken."""

    field = "file"


class NoFile(NotTaken):
    message = N_("Choose a Word document from your device.")


class TooLarge(NotTaken):
    message = N_("The file is larger than 5 MB. Take the pictures out of it, or copy the texts by hand.")


class NotWord(NotTaken):
    message = N_("This is not a Word document (.docx). Save it in Word as .docx and choose it again.")


class OldWord(NotTaken):
    message = N_("This is an old Word document (.doc). Open it in Word, save it as .docx, and choose that file.")


class Protected(NotTaken):
    message = N_("The document is protected by a password. Take the password off in Word and choose it again.")


class Macros(NotTaken):
    message = N_("The document carries macros, which Groundwork does not open. Save it as .docx without macros.")


class Damaged(NotTaken):
    message = N_("The document is damaged and cannot be read. Open it in Word, save it again, and choose it again.")


class Swollen(NotTaken):
    """A zip bomb, or a book."""

    message = N_("Unpacked, the document is far larger than a plan. Copy the texts of the plan into a new document.")


class Empty(NotTaken):
    message = N_("There is no text in this document.")
