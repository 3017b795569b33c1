# Runs one command and ends it, with all it started, as soon as the launcher is gone.
# Standard input is a pipe whose only writer is the launcher: end of file means that it died or let go.
# Standard output tells the child's pid; standard error is the child's log.
# Usage: sh -c <this> guardian <seconds from TERM to KILL> command [argument...]

grace=$1
shift
exec 3<&0
# A Ctrl-C or a closed terminal is the launcher's to answer: it closes the pipe in its own time.
trap : INT HUP TERM

# The child leads a process group of its own, named by its pid. Linux has setsid for that (run in the
# background it becomes the command, same pid); elsewhere sh is one whose job control needs no terminal.
if command -v setsid >/dev/null 2>&1; then
  setsid "$@" </dev/null >&2 3<&- &
  child=$!
else
  set -m
  "$@" </dev/null >&2 3<&- &
  child=$!
  set +m
fi
echo "$child"
exec >&2

signal() { kill "-$1" "-$child" 2>/dev/null || kill "-$1" "$child" 2>/dev/null; }

# A subshell takes default actions for what is trapped, but goes on ignoring what is ignored: the hang-up of
# a terminal whose launcher was killed must not take the one that would notice.
trap '' INT HUP TERM
{
  while read -r nothing <&3; do :; done
  signal TERM
  tenths=$((grace * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  signal KILL
} &
watcher=$!
trap : INT HUP TERM
exec 3<&- </dev/null

while :; do
  wait "$child"
  status=$?
  kill -0 "$child" 2>/dev/null || break
done
# What the child left behind in its group goes with it.
kill -KILL "-$child" 2>/dev/null
kill -KILL "$watcher" 2>/dev/null
exit "$status"
