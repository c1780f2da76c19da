#!/bin/sh
# Leads the session of one instance: says who it is, runs the program, keeps its exit code.
# usage: shim.sh DIRECTORY PROGRAM [ARGUMENT...]
directory=$1
shift
unset PWD OLDPWD SHLVL

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

# signals to the process group end the program; a trap that does nothing is not inherited
trap : HUP INT QUIT TERM USR1 USR2
"$@"
code=$?
{ printf '%s\n' "$code" >"$directory/exit.draft" && mv "$directory/exit.draft" "$directory/exit"; } 2>/dev/null
exit "$code"
