#!/usr/bin/env bash
# `release/release.sh release-1.2.0 --inbox BUCKET`: the same as `npx release promote`.
exec npx --prefix "$(dirname "$0")/.." release promote "$@"
