"""The colours of data on paper and screen, by meaning. Never colour alone: shape and words carry the
meaning too.
"""

INK = "#13202E"
TEXT = "#1B2733"
QUIET = "#55616D"
BETTER = "#0B5CAD"
WORSE = "#B4500B"
COMMON = "#6B7782"
RULE = "#B4BDC6"
ROW = "#D5DBE0"
BAND = "#EEF1F4"
WAIT = "#FBEADD"
PAPER = "#FFFFFF"

NAMES = {
    INK: "ink", TEXT: "text", QUIET: "quiet", BETTER: "better", WORSE: "worse", COMMON: "common",
    RULE: "rule", ROW: "row", BAND: "band", WAIT: "wait", PAPER: "paper",
}  # fmt: skip
"""What the screen's style sheet calls them (`chart-ink`), so that a dark page can change them."""
