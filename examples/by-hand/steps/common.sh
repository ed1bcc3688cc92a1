# Answers of one step are the input of the next ones: they are kept in $ANSWERS.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ANSWERS=${ANSWERS:-.}

edit() { python3 "$here/edit.py" "$@"; }

# of ANSWER MEMBER [MEMBER]: what the article calls output["ETag"]
of() { python3 -c 'import functools, json, sys; print(functools.reduce(dict.get, sys.argv[2:], json.load(open(sys.argv[1]))))' "$@"; }
