"""Which files a printed document may use, by name. Adding one here is the only way to make it reachable."""

from pathlib import Path

STATIC = Path(__file__).resolve().parents[3] / "static"
FONT_FOLDER = STATIC / "fonts" / "print"
CSS_FOLDER = STATIC / "print"

ASSETS: dict[str, Path] = {
    **{f"fonts/{path.name}": path for path in sorted(FONT_FOLDER.glob("*.ttf"))},
    **{f"print/{path.name}": path for path in sorted(CSS_FOLDER.glob("*.css"))},
}
