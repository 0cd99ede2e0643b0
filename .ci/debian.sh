# Installs what is missing from Debian's packages, where this is Debian and root asks. For a script to read.

# debian COMMAND PACKAGE...: whether the command is there, if need be after installing the packages.
debian() {
  local name=$1
  shift
  command -v "$name" >/dev/null && return
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
  command -v "$name" >/dev/null
}
