#!/bin/sh
# A part of the cluster that speaks to the inner gateway which the source designs describe. It knows
# what they say, and nothing of Berth but that a service token is asked for: have a task done, report
# what a resource was used for, ask for the secret of one that nobody has.
#
#   INNER     the inner gateway, such as http://127.0.0.1:9901
#   TOKEN     the service token
#   USER_ID   whose worker and resource it is
#   WORKER    one that was deployed
set -eu

fail() {
    echo "$*" >&2
    exit 1
}

# post PATH BODY: prints the body of the answer, and its status on a line of its own
post() {
    curl -sS -X POST --data-binary "$2" -w '\n%{http_code}\n' \
        -H 'Content-Type: application/json' -H "Authorization: Bearer $TOKEN" "$INNER$1"
}

# good PATH BODY: prints the body of a good answer, or ends
good() {
    answer=$(post "$@")
    [ "$(echo "$answer" | tail -n 1)" = 200 ] || fail "$1 answers $answer"
    echo "$answer" | head -n 1
}

# refused STATUS PATH BODY: ends unless that is refused so, with the reason as 'error'
refused() {
    status=$1
    shift
    answer=$(post "$@")
    [ "$(echo "$answer" | tail -n 1)" = "$status" ] || fail "$1 answers $answer"
    [ -n "$(echo "$answer" | member error)" ] || fail "$1 does not say why: $answer"
}

# member NAME: reads the member of that name, text or number, from JSON
member() {
    sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p'
}

TASK=$(good /api/acceptTask \
    "{\"task_type\": \"worker.deploy\", \"task_info\": {\"worker_id\": \"$WORKER\"}}" | member task_id)
[ -n "$TASK" ] || fail "the task that deploys has no id"
echo "task $TASK"
TASK=$(good /api/acceptTask \
    "{\"task_type\": \"user.register\", \"task_info\": {\"user_uid\": \"$USER_ID\"}}" | member task_id)
[ -n "$TASK" ] || fail "the task that sets a user up has no id"
echo "task $TASK"
refused 400 /api/acceptTask '{"task_type": "worker.deploy"}'
refused 400 /api/acceptTask "{\"task_info\": {\"worker_id\": \"$WORKER\"}}"
refused 400 /api/acceptTask '{"task_type": '
echo "malformed tasks are refused"

# report CHANGE START END: what a resource was used for within an hour
report() {
    echo "{\"user_id\": \"$USER_ID\", \"resource_id\": \"0123456789abcdef\"," \
        "\"resource_type\": \"kv\", \"datachange\": $1," \
        "\"timespan_start\": \"$2\", \"timespan_end\": \"$3\"}"
}

AT_TEN=$(report 4096 2026-11-01T10:00:00Z 2026-11-01T11:00:00Z)
echo "report: $(good /api/combinator/reportUsage "$AT_TEN" | member message)"
# a shrinking one, and the first again: its answer was lost
AT_ELEVEN=$(report -1024 2026-11-01T11:00:00Z 2026-11-01T12:00:00Z)
echo "report: $(good /api/combinator/reportUsage "$AT_ELEVEN" | member message)"
echo "report: $(good /api/combinator/reportUsage "$AT_TEN" | member message)"
refused 400 /api/combinator/reportUsage "{\"user_id\": \"$USER_ID\"}"
refused 400 /api/combinator/reportUsage '{"datachange": '
echo "malformed reports are refused"

# no resource is there yet, so nobody has a secret of one: what they say to that
ASKED="/api/combinator/retrieveSecretByID?user_id=$USER_ID&resource_id=0123456789abcdef"
answer=$(curl -sS -w '\n%{http_code}\n' -H "Authorization: Bearer $TOKEN" "$INNER$ASKED")
[ "$(echo "$answer" | tail -n 1)" = 404 ] || fail "$ASKED answers $answer"
[ -n "$(echo "$answer" | member error)" ] || fail "$ASKED does not say why: $answer"
echo "a secret that is not there is not found"
