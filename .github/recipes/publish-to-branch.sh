#!/bin/sh
# Puts the release on a branch of a git repository, as its only commit, for hosts that publish a branch.
# In city.json: "publish": { "command": ["/srv/plainview-app/.github/recipes/publish-to-branch.sh", "$PAGES_REMOTE", "pages"] }
set -eu
remote=$1
branch=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -R "$PLAINVIEW_SITE/." "$work"
# Such hosts pack by themselves, and pass no folder whose name begins with _ without the second file.
find "$work" -name '*.br' -delete
: > "$work/.nojekyll"

git -C "$work" init --quiet --initial-branch "$branch"
git -C "$work" add --all
git -C "$work" -c user.name=Plainview -c user.email=plainview@localhost commit --quiet --message "$PLAINVIEW_RELEASE"
git -C "$work" push --quiet --force "$remote" "$branch"
