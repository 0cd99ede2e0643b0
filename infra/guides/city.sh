# Starts the sample city for the guides, the browser and the walk of the API. For a script at the top of the checkout to read.

# start_city FOLDER PORT: plays the sample city in that folder, which is emptied, and stops it when this shell
# ends; its env and papers are in FOLDER/demo.
start_city() {
  local folder=$1 port=$2
  rm -rf "$folder"
  mkdir -p "$folder"
  : >"$folder/city.log"
  # A process group of its own, in which INT is not ignored, as if it had been called in a terminal; env takes care
  # of it where this shell itself was started with INT ignored, as what stands before an & is.
  local afresh=()
  env --default-signal=INT true 2>/dev/null && afresh=(env --default-signal=INT)
  set -m
  ${afresh[@]+"${afresh[@]}"} mvn -B -Plocal -Dlocal.port="$port" -Dlocal.data="$folder/data" >"$folder/city.log" 2>&1 &
  city=$!
  set +m
  trap 'stop_city || exit 1' EXIT
  until grep -q "The city stays up" "$folder/city.log"; do
    kill -0 "$city" 2>/dev/null || {
      tail -n 30 "$folder/city.log" >&2
      echo "the sample city did not start; see $folder/city.log" >&2
      return 1
    }
    sleep 1
  done
}

# living GROUP: the processes of a group, without those that have ended and only were not collected yet.
living() {
  ps -A -o pid= -o pgid= -o stat= -o args= | awk -v group="$1" '$2 == group && $3 !~ /^Z/'
}

# stop_city: what Ctrl-C does to Maven and to the city itself. It does not tell the city's servers: these the
# city has to end, so that none is left, or this fails.
stop_city() {
  [[ -n ${city:-} ]] || return 0
  local group=$city called seconds
  city=
  trap - EXIT
  called=$(living "$group" | awk '!/server\.Leash/ { print $1 }')
  # shellcheck disable=SC2086
  kill -INT $called 2>/dev/null || true
  for ((seconds = 0; seconds < 30; seconds++)); do
    [[ -n $(living "$group") ]] || return 0
    sleep 1
  done
  echo "Ctrl-C has left processes of the sample city behind:" >&2
  living "$group" | cut -c1-200 >&2
  kill -9 -- "-$group" 2>/dev/null || true
  return 1
}
