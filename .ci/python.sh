# Finds a Python 3.13 and makes environments of pinned packages. For a script that defines `stop MESSAGE`, and
# `python` and `cache` before it calls `environment`.

# A shim of pyenv may be on the path and yet run nothing: only what runs counts.
is_python_313() {
  "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1
}

find_python() {
  local python root
  root=${PYENV_ROOT:-${HOME:-/}/.pyenv}
  if command -v pyenv >/dev/null; then
    root=$(pyenv root 2>/dev/null || echo "$root")
  fi
  for python in python3.13 python3 "$root"/versions/3.13*/bin/python3 /usr/local/bin/python3.13 /opt/homebrew/bin/python3.13; do
    if is_python_313 "$python"; then
      command -v "$python"
      return
    fi
  done
  return 1
}

# environment NAME CONSTRAINTS: a Python environment with exactly these packages, made once.
environment() {
  local name=$1 constraints=$2 place
  place=$cache/$name-$("$python" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest()[:16])' "$constraints")
  if [[ ! -e $place/complete ]]; then
    rm -rf "$place"
    "$python" -m venv "$place"
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r "$constraints" >&2 \
      || stop "the packages of $constraints could not be installed"
    touch "$place/complete"
  fi
  echo "$place"
}
