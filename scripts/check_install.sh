#!/bin/sh
# Install the built wheel into an empty environment and run the main job from an empty folder, as a user would.
set -eu
python=$1
root=$(cd "$(dirname "$0")/.." && pwd)
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
"$python" -m venv "$empty/venv"
"$empty/venv/bin/python" -m pip --disable-pip-version-check -q install -c "$root/constraints.txt" "$root"/dist/*.whl
cp "$root/seeds/000_77d9be3d5e05aaac.txt" "$empty/article.txt"
cd "$empty"
venv/bin/repurpose make article.txt -o out
test -s out/*/campaign.json
test -s out/*/posts/linkedin.txt
test -s out/*/cards/1-portrait.png
echo "the installed wheel works"
