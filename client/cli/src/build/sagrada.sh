#!/bin/sh
# The Sagrada command line: this script, and a Java archive after it. It needs Java 17 or newer: the one that SAGRADA_JAVA or
# JAVA_HOME names, or the one on the PATH. An archive of loaded classes, made at the first start, makes later starts quick.
self=$0
if [ -n "${SAGRADA_JAVA:-}" ]; then
    java=$SAGRADA_JAVA
elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
elif ! java=$(command -v java); then
    echo "sagrada: Java is missing. Install version 17 or newer (Debian, Ubuntu: apt install default-jre-headless)," >&2
    echo "         or say where it is: export JAVA_HOME=/path/to/java" >&2
    exit 1
fi

set -- -jar "$self" "$@"
if [ -t 2 ]; then
    set -- -Dsagrada.terminal=true "$@"
fi
# Short runs: the first compiler alone, the smallest collector, no file of counters.
set -- -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Djdk.console=java.base "$@"

cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/sagrada
stamp=$(ls -lLn "$self" "$java" 2>/dev/null | cksum) && stamp=${stamp%% *} || stamp=none
archive=$cache/start-$stamp.jsa
if [ -f "$archive" ]; then
    set -- "-XX:SharedArchiveFile=$archive" "$@"
elif [ -z "${SAGRADA_NO_CACHE:-}" ] && mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ]; then
    (
        # Beside the command, which doesn't wait for it; and put in place whole, or not at all.
        trap '' HUP INT
        fresh=$cache/start-$stamp.$$
        if nice "$java" -XX:ArchiveClassesAtExit="$fresh" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable \
            -Djdk.console=java.base -cp "$self" org.sagrada.client.cli.Rehearsal && [ -f "$fresh" ]; then
            find "$cache" -name 'start-*.jsa' -mtime +30 -exec rm -f {} +
            mv -f "$fresh" "$archive"
        else
            rm -f "$fresh"
        fi
    ) </dev/null >/dev/null 2>&1 &
fi
exec "$java" "$@"
exit 1
