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
take source-sans-3 "latin latin-ext greek" "400-normal 600-normal 700-normal"
take source-serif-4 "latin latin-ext greek" "400-normal 400-italic 600-normal"
take noto-sans-arabic arabic "400-normal 600-normal"
take noto-naskh-arabic arabic "400-normal 600-normal"
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
