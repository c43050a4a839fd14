# Sourced by the commands at the root: finds a JDK 25 and Maven, whatever `java` may be, or says what to install.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\b'
}

find_jdk_25() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" "${JDK_25_HOME:-}" "${JAVA25_HOME:-}" \
        "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

if ! JAVA_HOME="$(find_jdk_25)"; then
    cat >&2 <<'WHAT'
sagrada: no JDK 25 found (looked in JAVA_HOME, the PATH, /usr/lib/jvm, /opt, ~/.jdks, SDKMAN).
         Install one, then run this again. On Debian or Ubuntu, with whichever of these your sources have:
             apt install openjdk-25-jdk-headless
             apt install temurin-25-jdk
         If it is installed elsewhere: export JAVA_HOME=/path/to/jdk-25
WHAT
    exit 1
fi
export JAVA_HOME

if ! command -v mvn >/dev/null; then
    echo "sagrada: Maven is missing. On Debian or Ubuntu: apt install maven" >&2
    exit 1
fi

# Builds the named modules and what they stand on, without tests, when a source is newer than the given file.
build_unless_fresh() {
    local product="$1" modules="$2" log
    if [ -f "$product" ] && [ -z "$(find pom.xml ./*/pom.xml ./client/*/pom.xml ./*/src/main ./client/*/src/main -newer "$product" -print -quit)" ]; then
        return 0
    fi
    echo "Building (the first time this takes some minutes and downloads the dependencies) ..." >&2
    log="$(mktemp)"
    if ! mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl "$modules" -am package >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        echo "sagrada: the build failed; the lines above say why" >&2
        exit 1
    fi
    rm -f "$log"
    touch "$product"
}
