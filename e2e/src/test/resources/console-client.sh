#!/bin/sh
# A client of the console that the source designs describe. It knows what they say, and nothing of
# Berth: register by a mailed code, log in, create a worker, deploy with a signature, ask until it
# is active, set a variable and a secret, delete.
#
#   CONSOLE   the outer gateway, such as http://127.0.0.1:9900
#   INBOX     a directory of letters
#   EMAIL, PASSWORD, PASSPHRASE
#   NAME      of the worker
#   PROGRAM   what is deployed, as a member of the body, such as "image": "registry.example/app:1"
#   SAFE      a file for what it is to keep to itself
#   PUBLISH   a command that puts the program where PROGRAM says, as an image is pushed beforehand
set -eu

fail() {
    echo "$*" >&2
    exit 1
}

# call METHOD PATH BODY [curl's options]: prints the body of a good answer, or ends with a bad one
call() {
    method=$1 path=$2 body=$3
    shift 3
    curl -sS --fail-with-body -X "$method" --data-binary "$body" \
        -H 'Content-Type: application/json' "$@" "$CONSOLE$path"
}

# mine METHOD PATH BODY: the same as the user
mine() {
    call "$@" -H "Authorization: Bearer $TOKEN"
}

# member NAME: reads the member of that name, text or number, from JSON
member() {
    sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p'
}

# code: prints the code in the newest letter, if it has one
code() {
    grep -ls "^To: $EMAIL\$" "$INBOX"/* | tail -n 1 | xargs -r sed -n 's/^ *\([0-9]\{6\}\) *$/\1/p'
}

# until_it_is STATUS: asks until the worker, the only one, has that status
until_it_is() {
    tries=0
    until [ "$(mine GET /api/worker '' | member status)" = "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 300 ] || fail "worker $WORKER did not become $1"
        sleep 0.2
    done
}

call POST /api/auth/send-code "{\"email\": \"$EMAIL\"}" > /dev/null
tries=0
until [ -n "$(code)" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || fail "no code came"
    sleep 0.2
done
REGISTERED=$(call POST /api/auth/register \
    "{\"email\": \"$EMAIL\", \"code\": \"$(code)\", \"password\": \"$PASSWORD\"}")
USER_ID=$(echo "$REGISTERED" | member user_id)
SECRET_KEY=$(echo "$REGISTERED" | member secret_key)
echo "registered $USER_ID"

TOKEN=$(call POST /api/auth/login "{\"email\": \"$EMAIL\", \"password\": \"$PASSWORD\"}" | member token)
export TOKEN
echo "logged in"
printf '%s\n' "$SECRET_KEY" "$TOKEN" > "$SAFE"

WORKER=$(mine POST /api/worker "{\"worker_name\": \"$NAME\"}" | member worker_id)
echo "created $WORKER"

sh -e -c "$PUBLISH"
BODY="{\"user_uid\": \"$USER_ID\", \"worker_id\": \"$WORKER\", $PROGRAM, \"port\": 8080}"
TIMESTAMP=$(date +%s%3N)
SIGNATURE=$(printf %s "$BODY$TIMESTAMP" | openssl dgst -sha256 -hmac "$SECRET_KEY" -binary |
    openssl base64 -A | tr '+/' '-_' | tr -d '=')
DEPLOYED=$(call POST /api/worker/deploy "$BODY" -H "X-Combinator-User-ID: $USER_ID" \
    -H "X-Combinator-Timestamp: $TIMESTAMP" -H "X-Combinator-Signature: $SIGNATURE")
echo "deployed $(echo "$DEPLOYED" | member version_id): $(echo "$DEPLOYED" | member status)"
until_it_is active
echo "active"

mine POST "/api/worker/$WORKER/env" '{"key": "COLOUR", "value": "blue"}' > /dev/null
echo "env $(mine GET "/api/worker/$WORKER/env" '')"
mine POST "/api/worker/$WORKER/secret" "{\"key\": \"PASSPHRASE\", \"value\": \"$PASSPHRASE\"}" > /dev/null
echo "secret $(mine GET "/api/worker/$WORKER/secret" '')"
until_it_is active

mine DELETE "/api/worker/$WORKER" '' > /dev/null
tries=0
while mine GET /api/worker '' | grep -q "$WORKER"; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || fail "worker $WORKER is still there"
    sleep 0.2
done
echo "deleted"
