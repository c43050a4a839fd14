# Sourced by ./verify: the browsers that the tests in browser-test drive. Installed where that is possible without asking;
# elsewhere the tests that need them are skipped.

missing_browsers() {
    local browser
    for browser in chromium firefox-esr; do
        command -v "$browser" >/dev/null || printf '%s\n' "$browser"
    done
}

install_browsers() {
    local missing
    missing="$(missing_browsers)"
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086 # one word a package
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || true
        missing="$(missing_browsers)"
    fi
    if [ -n "$missing" ]; then
        echo "sagrada: tests in browsers are skipped, for want of:" $missing "(on Debian: apt install" $missing")" >&2
    fi
}

install_browsers
