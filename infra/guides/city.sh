# Starts the sample city for the guides and for the walk of the API. For a script at the top of the checkout to read.

# start_city FOLDER PORT: plays the sample city in that folder, which is emptied, and stops it when this shell
# ends; its env and papers are in FOLDER/demo.
start_city() {
  local folder=$1 port=$2
  rm -rf "$folder"
  mkdir -p "$folder"
  : >"$folder/city.log"
  mvn -B -Plocal -Dlocal.port="$port" -Dlocal.data="$folder/data" >"$folder/city.log" 2>&1 &
  city=$!
  trap stop_city EXIT
  until grep -q "The city stays up" "$folder/city.log"; do
    kill -0 "$city" 2>/dev/null || {
      tail -n 30 "$folder/city.log" >&2
      echo "the sample city did not start; see $folder/city.log" >&2
      return 1
    }
    sleep 1
  done
}

stop_city() {
  kill "$city" 2>/dev/null || true
  wait "$city" 2>/dev/null || true
}
