#!/usr/bin/env bash
# Stands for the AWS CLI: keeps its words in $AWS_LOG, and answers for stacks that were deployed, and for a device. In the
# shell, since a deployment of all stages calls it 150 times.
has() { local word=$1 each; shift; for each in "$@"; do [[ $each == "$word" ]] && return 0; done; return 1; }
value_of() { local name=$1 last='' each; shift; for each in "$@"; do [[ $last == "$name" ]] && echo "$each"; last=$each; done; }

# ASCII's own separators: after each word, and after each call.
{ printf '%s\037' "$@"; printf '\036'; } >> "$AWS_LOG"

stack=$(value_of --stack-name "$@")
if has deploy "$@"; then echo "$stack" >> "$AWS_LOG.stacks"; fi
if has describe-stacks "$@"; then
  grep -qxF "$stack" "$AWS_LOG.stacks" 2> /dev/null || exit 254
  [[ $(value_of --query "$@") =~ OutputKey==\'([A-Za-z0-9_]+)\' ]] && echo "$stack/${BASH_REMATCH[1]}"
fi
if has list-mfa-devices "$@"; then echo "${DEVICE:-arn:aws:iam::310123456789:mfa/me}"; fi
if has get-session-token "$@"; then printf 'AKID\tSECRET\tTOKEN\t2026-01-01T12:00:00+00:00\n'; fi
if has get "$@"; then echo eu-central-1; fi
exit 0
