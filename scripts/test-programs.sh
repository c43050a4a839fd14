# Sourced by ./verify: the browsers, the reverse proxy and the interpreters that tests drive. Installed where that is possible
# without asking; elsewhere the tests that need them are skipped.

missing_browsers() {
    local browser
    for browser in chromium firefox-esr; do
        command -v "$browser" >/dev/null || printf '%s\n' "$browser"
    done
    [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || printf 'nginx-light\n'
}

install_browsers() {
    local missing
    missing="$(missing_browsers)"
    [ -n "$missing" ] || return 0
    # Where systemd runs, Debian's nginx would start at once and take port 80: nobody asked for that.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ ! -d /run/systemd/system ]; then
        # shellcheck disable=SC2086 # one word a package
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || true
        missing="$(missing_browsers)"
    fi
    if [ -n "$missing" ]; then
        echo "sagrada: tests in browsers are skipped, for want of:" $missing "(on Debian: apt install" $missing")" >&2
    fi
}

# The example in Python needs one package beside Python's own; without it, that example is not run.
install_python_package() {
    if ! python3 -c 'import cryptography' 2>/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get install -y -qq --no-install-recommends python3 python3-cryptography >/dev/null || true
    fi
}

install_browsers
install_python_package
