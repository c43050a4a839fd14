# Sourced by the proofs beside it: PostgreSQL 15 of Debian, this build's services, and a folder that goes when the proof ends.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/toolchain.sh
pg=/usr/lib/postgresql/15/bin
export PATH="$pg:$PATH"

# need COMMAND PACKAGE...: installs Debian packages unless the command is there.
need() {
    local command="$1"
    shift
    command -v "$command" >/dev/null && return 0
    echo "Installing $* ..." >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}
need "$pg/initdb" postgresql-15

work="$(mktemp -d)"
chmod 711 "$work"
secret="$work/master-secret"
head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n' >"$secret"
started=()
finish() {
    local pid
    for pid in "${started[@]}"; do
        # With what it has started, where it has a session of its own.
        kill -9 -- "-$pid" "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    for pid in $(cat "$work"/*/postmaster.pid "$work"/home/*/postmaster.pid 2>/dev/null | grep -E '^[0-9]+$' | head -20); do
        [ "$(readlink "/proc/$pid/cwd" 2>/dev/null | grep -c "^$work")" = 1 ] && kill -INT "$pid"
    done
    sleep 1
    [ -n "${KEEP:-}" ] && echo "kept: $work" || rm -rf "$work"
}
trap finish EXIT

say() {
    echo "$(date -u +%T) $*"
}

# PostgreSQL refuses to run as root.
as_postgres=(env HOME="$work/home" PATH="$pg:/usr/bin:/bin")
[ "$(id -u)" != 0 ] || as_postgres+=(setpriv --reuid=postgres --regid=postgres --clear-groups)
as_postgres() {
    "${as_postgres[@]}" "$@"
}
folder_of_postgres() {
    mkdir -p -m 700 "$1"
    [ "$(id -u)" != 0 ] || chown postgres: "$1"
}
folder_of_postgres "$work/home"

# new_postgres NAME: makes the files of a server that trusts this machine.
new_postgres() {
    folder_of_postgres "$work/$1"
    as_postgres initdb -D "$work/$1" -U postgres --auth=trust -E UTF8 --locale=C >/dev/null
    as_postgres tee -a "$work/$1/postgresql.conf" >/dev/null <<<"unix_socket_directories = ''"
}
# start_postgres NAME PORT
start_postgres() {
    as_postgres pg_ctl -D "$work/$1" -l "$work/home/$1.log" -w -t 120 -o "-p $2 -c listen_addresses=127.0.0.1" start >/dev/null
}
stop_postgres() {
    as_postgres pg_ctl -D "$work/$1" -w -m fast stop >/dev/null
}
sql() { # PORT DATABASE STATEMENT
    psql -h 127.0.0.1 -p "$1" -U postgres -d "$2" -qAtX -v ON_ERROR_STOP=1 -c "$3"
}

# start_service NAME SERVICE PORT ARGUMENT...: starts a process of a service; its pid is in pid_of[NAME].
declare -A pid_of
start_service() {
    local name="$1" service="$2" port="$3"
    shift 3
    "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        -jar "$service"-service/target/"$service"-service-*-exec.jar --server.port="$port" --server.address=127.0.0.1 \
        --management.server.port="$((port + 500))" --sagrada.master-secrets="$(cat "$secret")" \
        --sagrada.database.username=postgres --sagrada.database.password=none "$@" >>"$work/$name.log" 2>&1 &
    pid_of[$name]=$!
    started+=("$!")
    await "$name answers" curl -sf "http://127.0.0.1:$port/__heartbeat__"
}
# stop_service NAME: asks it to stop, as a supervisor does, and waits for it.
stop_service() {
    kill "${pid_of[$1]}"
    wait "${pid_of[$1]}" || true
}

# await WHAT COMMAND...: repeats the command until it succeeds, for at most five minutes.
await() {
    local what="$1"
    shift
    for _ in $(seq 1 1500); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.2
    done
    echo "in vain: $what" >&2
    tail -n 5 "$work"/*.log "$work"/home/*.log >&2
    exit 1
}

# start_ledger ARGUMENT...: begins to write; settle_ledger ends it and gives its verdict.
start_ledger() {
    rm -f "$work/enough"
    "$JAVA_HOME/bin/java" -Xmx256m -jar load-test/target/sagrada-load-test-exec.jar ledger \
        --master-secret-file="$secret" --until="$work/enough" "$@" >"$work/ledger.log" 2>&1 &
    ledger=$!
    started+=("$ledger")
    await "the ledger writes" grep -q "users write" "$work/ledger.log"
}
settle_ledger() {
    touch "$work/enough"
    wait "$ledger" && cat "$work/ledger.log" && return 0
    cat "$work/ledger.log" >&2
    exit 1
}
