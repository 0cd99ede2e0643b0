
# get TOKEN PATH: reads as somebody.
get() { curl -sS --fail-with-body -H "$1" "$API$2" && echo; }
# call METHOD TOKEN PATH [JSON]: changes something as somebody, under an idempotency key of its own; the
# version that IF_MATCH names must still stand.
call() {
  curl -sS --fail-with-body -X "$1" -H "$2" -H "Idempotency-Key: guide-$(date +%s)-$RANDOM-$RANDOM" \
    ${IF_MATCH:+-H "If-Match: $IF_MATCH"} -H 'content-type: application/json' "$API$3" -d "${4:-"{}"}" && echo
}
# version TOKEN PATH: the version of a record, for IF_MATCH.
version() { curl -sS --fail-with-body -o /dev/null -D - -H "$1" "$API$2" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'; }
# field NAME: the first value of that name in what comes in.
field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }
# upload TOKEN PATH FILE FIELDS: declares a PDF with some more fields, and puts it where the answer says.
upload() {
  local declared header
  declared=$(call POST "$1" "$2" "{$4,\"name\":\"$(basename "$3")\",\"type\":\"application/pdf\",\"length\":$(wc -c <"$3" | tr -d ' '),\"sha256\":\"$( (sha256sum "$3" || shasum -a 256 "$3") 2>/dev/null | cut -d' ' -f1)\"}") || return
  local headers=()
  while IFS= read -r header; do headers+=(-H "$header"); done < <(
    sed 's/.*"headers":{\([^}]*\)}.*/\1/; s/","/"\n"/g' <<<"$declared" | sed 's/^"\([^"]*\)":"\(.*\)"$/\1: \2/' | grep -vi '^content-length')
  curl -sS --fail-with-body -X PUT "${headers[@]}" --data-binary "@$3" "$(field uri <<<"$declared")" && echo "$declared"
}
# until_seen TEXT COMMAND...: asks again until the answer has the text, for at most a minute.
until_seen() {
  local text=$1 end=$((SECONDS + 60)); shift
  until "$@" | grep -q "$text"; do [ $SECONDS -lt $end ] || { echo "never seen: $text" >&2; return 1; }; sleep 0.2; done
}
