#!/bin/sh
# For maintainers: fetches the outside parts of the look by npm and puts what we use into static/.
# The app never needs npm; what this writes is committed. Versions are pinned in package.json.
# Use: tools/vendor_assets/vendor.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
static=$here/../../static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$work/"
npm install --prefix "$work" --no-audit --no-fund --ignore-scripts --silent
modules=$work/node_modules

version=$(node -p "require('$modules/@uswds/uswds/package.json').version")
uswds=$static/vendor/uswds-$version
rm -rf "$static"/vendor/uswds-*
mkdir -p "$uswds/img/usa-icons" "$uswds/img/usa-icons-bg"
"$modules/.bin/sass" --quiet --no-source-map --style=compressed \
  -I "$modules/@uswds/uswds/packages" "$here/uswds.scss" "$work/uswds.css"
sed -f "$here/ours.sed" "$work/uswds.css" > "$uswds/uswds.css"
"$modules/.bin/rtlcss" "$uswds/uswds.css" "$uswds/uswds.rtl.css" >/dev/null
for image in usa-icons/unfold_more.svg usa-icons/launch.svg usa-icons-bg/launch--white.svg; do
  cp "$modules/@uswds/uswds/dist/img/$image" "$uswds/img/$image"
done
cp "$modules/@uswds/uswds/LICENSE.md" "$uswds/"

fonts=$static/fonts/screen
rm -rf "$fonts"
mkdir -p "$fonts"
take() { # family, subsets, weights-and-styles
  for subset in $2; do
    for face in $3; do
      cp "$modules/@fontsource/$1/files/$1-$subset-$face.woff2" "$fonts/"
    done
  done
  cp "$modules/@fontsource/$1/LICENSE" "$fonts/OFL-$1.txt"
}
cut_out() { # family, subset, name of the part, its letters, weights-and-styles: the part of a face that pages need
  for face in $5; do
    "$here/../../.venv/bin/pyftsubset" "$modules/@fontsource/$1/files/$1-$2-$face.woff2" --unicodes="$4" \
      --layout-features-=frac,numr,dnom --name-IDs='*' --flavor=woff2 --output-file="$fonts/$1-$3-$face.woff2"
  done
  cp "$modules/@fontsource/$1/LICENSE" "$fonts/OFL-$1.txt"
}
latin="U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FFFD"
turkish="U+011E-011F,U+0130,U+015E-015F"
arabic="U+060C,U+061B,U+061F,U+0621-063A,U+0640-0655,U+0660-066C,U+0670-0671,U+067E,U+0686,U+0698,U+06A9,U+06AF,U+06CC,U+06F0-06F9,U+200C-200F,U+25CC"
cut_out source-sans-3 latin latin "$latin" "400-normal 600-normal 700-normal"
cut_out source-sans-3 latin-ext turkish "$turkish" "400-normal 600-normal 700-normal"
cut_out source-serif-4 latin latin "$latin" "400-normal 400-italic 600-normal"
cut_out source-serif-4 latin-ext turkish "$turkish" "400-normal 400-italic 600-normal"
cut_out noto-sans-arabic arabic arabic-letters "$arabic" "400-normal 600-normal"
cut_out noto-naskh-arabic arabic arabic-letters "$arabic" "400-normal 600-normal"
take source-sans-3 greek "400-normal 600-normal 700-normal"
take source-serif-4 greek "400-normal 400-italic 600-normal"
take noto-sans-thai thai "400-normal 600-normal"
take noto-serif-thai thai "400-normal 600-normal"

{
  echo "# What comes from outside"
  echo
  echo "Written by tools/vendor_assets/vendor.sh; changed by running it again, never by hand."
  echo
  echo "| package | version | licence |"
  echo "|---|---|---|"
  for name in @uswds/uswds @fontsource/source-sans-3 @fontsource/source-serif-4 @fontsource/noto-sans-arabic \
    @fontsource/noto-naskh-arabic @fontsource/noto-sans-thai @fontsource/noto-serif-thai; do
    node -p "const p = require('$modules/$name/package.json'); \`| $name | \${p.version} | \${p.license} |\`"
  done
  echo
  echo "| file under static/ | sha256 |"
  echo "|---|---|"
  cd "$static"
  find "vendor/uswds-$version" fonts/screen -type f | LC_ALL=C sort | while read -r file; do
    echo "| $file | $(sha256sum "$file" | cut -d' ' -f1) |"
  done
} > "$static/vendor/VENDOR.md"
