#!/bin/sh
# Becomes the program of one instance: enters its control groups, hides what is not its tenant's,
# becomes its tenant's user, takes its environment, and only then is the program.
# usage: program.sh PROGRAM [ARGUMENT...]
lines='
'
IFS=$lines
for group in $_BERTH_GROUPS; do
  echo 0 >"$group/cgroup.procs" || exit 125
done
_BERTH_GROUPS=

# a directory that lets no other user through is covered, in a view of the file system that is this
# program's own; what belongs to it shows at its old place
if [ -n "$_BERTH_COVER" ]; then
  if [ -z "$_BERTH_VEILED" ]; then
    export _BERTH_VEILED=yes _BERTH_GROUPS
    exec unshare --mount --propagation private /bin/sh "$0" "$@"
  fi
  umask 066
  mount -t tmpfs -o mode=0711,size=1m berth "$_BERTH_VEIL" || exit 125
  for path in $_BERTH_SHOWN; do
    place=$_BERTH_VEIL${path#"$_BERTH_COVER"}
    mkdir -p "$place" && mount --bind "$path" "$place" || exit 125
  done
  mount --rbind "$_BERTH_VEIL" "$_BERTH_COVER" || exit 125
fi

cd "$_BERTH_WORK" || exit 125
umask 077
user=$_BERTH_USER
take='for _BERTH_N in $_BERTH_NAMES; do
  eval "export $_BERTH_N=\"\$_BERTH_V_$_BERTH_N\""
  unset "_BERTH_V_$_BERTH_N"
done
unset _BERTH_NAMES _BERTH_N PWD OLDPWD SHLVL
exec "$@"'
unset _BERTH_DIRECTORY _BERTH_PROGRAM _BERTH_GROUPS _BERTH_COVER _BERTH_VEIL _BERTH_VEILED \
  _BERTH_SHOWN _BERTH_WORK _BERTH_USER _BERTH_LOG_BYTES _BERTH_LOG_FILES _BERTH_STDOUT _BERTH_STDERR
unset PATH LC_ALL PWD OLDPWD SHLVL
if [ -z "$user" ]; then
  exec /bin/sh -c "$take" program "$@"
fi
exec /usr/bin/setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --inh-caps=-all \
  -- /bin/sh -c "$take" program "$@"
