"""The floor of paper: HTML from stdin given to WeasyPrint in this one warm process; prints seconds as JSON.

Same sheets, fonts and variant as the product's renderers, without its queue, limits, layout figures and wires.
"""

import json
import sys
import time

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from app.core.pdf import SHEETS
from app.core.pdf.fetcher import OwnAssets
from app.core.pdf.fonts import font_faces


def main() -> None:
    html, count = sys.stdin.read(), int(sys.argv[1])
    fonts, fetcher = FontConfiguration(), OwnAssets()
    sheets = [weasyprint.CSS(string=font_faces(), font_config=fonts, url_fetcher=fetcher, base_url="app:")]
    sheets += [weasyprint.CSS(url=f"app:{name}", font_config=fonts, url_fetcher=fetcher) for name in SHEETS]
    seconds = []
    for _ in range(count + 2):
        started = time.perf_counter()
        document = weasyprint.HTML(string=html, base_url="app:", url_fetcher=fetcher)
        document.write_pdf(font_config=fonts, stylesheets=sheets, pdf_variant="pdf/ua-1")
        seconds.append(time.perf_counter() - started)
    json.dump(seconds[2:], sys.stdout)


if __name__ == "__main__":
    main()
