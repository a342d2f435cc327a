"""How many words a text has, as a person who writes to a limit counts them. static/drafts/counting.js counts alike.

Chinese and Japanese have no blanks: each character is one. Thai, Lao, Khmer and Burmese have none between words: about
five letters make one. Signs that stand alone (a dash before a line of a list) are none.
"""

import re

CHARACTERS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
RUNS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
LETTERS_OF_A_WORD = 5


def words(text: str) -> int:
    """The number of words."""
    alone = len(CHARACTERS.findall(text))
    runs = sum(-(-len(run) // LETTERS_OF_A_WORD) for run in RUNS.findall(text))
    rest = RUNS.sub(" ", CHARACTERS.sub(" ", text))
    return alone + runs + sum(any(letter.isalnum() for letter in word) for word in rest.split())
