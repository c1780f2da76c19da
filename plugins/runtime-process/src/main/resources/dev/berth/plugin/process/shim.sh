#!/bin/sh
# Leads the session of one instance: says who it is, keeps what the program writes and its exit code.
# usage: shim.sh PROGRAM [ARGUMENT...]
# All else is in variables _BERTH_..., those of the program in _BERTH_V_NAME: a developer's LD_PRELOAD
# must mean nothing to what runs here.
umask 077
unset PWD OLDPWD SHLVL
directory=$_BERTH_DIRECTORY

# the fields of /proc/PID/stat that follow the name in parentheses; the 20th is the start time
nth20() {
  shift 19
  printf %s "$1"
}
read -r stat </proc/$$/stat || exit 1
read -r boot </proc/sys/kernel/random/boot_id || exit 1
printf '%s\n' "$$ $(nth20 ${stat##*) }) $boot" >"$directory/pid.$$" || exit 1

# a link is made whole or not at all, and by one shim alone: the instance never runs twice
ln "$directory/pid.$$" "$directory/pid" 2>/dev/null
linked=$?
rm -f "$directory/pid.$$"
[ $linked = 0 ] || exit 1

# relays of this session write the output to files of a limited size: they live as long as the
# program, which never finds its pipe closed; a full disk costs lines and nothing else
keep='number=${FILE%.log}; number=${number##*.}; old=$((1$number - _BERTH_LOG_FILES))
rm -f "${FILE%?????????.log}${old#1}.log"; cat >>"$FILE"; :'
relay() {
  trap "" HUP INT QUIT TERM
  exec split -b "$_BERTH_LOG_BYTES" -a 9 --numeric-suffixes="$2" --additional-suffix=.log \
    --filter="$keep" - "$directory/$1." <"$directory/$1.pipe"
}
rm -f "$directory/stdout.pipe" "$directory/stderr.pipe"
mkfifo "$directory/stdout.pipe" "$directory/stderr.pipe" || exit 1
relay stdout "$_BERTH_STDOUT" & out=$!
relay stderr "$_BERTH_STDERR" & err=$!

# signals to the process group end the program; a trap that does nothing is not inherited
trap : HUP INT QUIT TERM USR1 USR2
/bin/sh "$_BERTH_PROGRAM" "$@" >"$directory/stdout.pipe" 2>"$directory/stderr.pipe"
code=$?

# its last lines come before its exit code, unless something that it left behind holds the pipes
tries=0
while [ $tries -lt 200 ] && { kill -0 $out || kill -0 $err; } 2>/dev/null; do
  sleep 0.01
  tries=$((tries + 1))
done
rm -f "$directory/stdout.pipe" "$directory/stderr.pipe"
{ printf '%s\n' "$code" >"$directory/exit.draft" && mv "$directory/exit.draft" "$directory/exit"; } 2>/dev/null
exit "$code"
