#!/bin/sh
# Says in plain words what this machine lacks, before anything fails for a stranger reason.
# The Makefile runs it; it needs nothing but a POSIX shell.
#
#   preflight.sh python        prints a Python that can carry the project
#   preflight.sh chrome        prints a Chromium or Chrome for the tests
#   preflight.sh firefox       prints a Firefox for the tests
#   preflight.sh git           is git here, for the tests?
#   preflight.sh java          are Java and npm here, for the validator of HTML?
#   preflight.sh explain LOG   why did pip stop, and what helps?
set -eu

say() { printf '%s\n' "$@" >&2; }

find_python() {
    old='' bare=''
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$name" ] || continue
        path=$(command -v "$name" 2>/dev/null) || continue
        version=$("$path" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null) || continue
        if ! "$path" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            old="$old $name ($version)"
        elif ! "$path" -c 'import ensurepip, venv' 2>/dev/null; then
            bare="$bare $name"
        else
            printf '%s\n' "$path"
            return 0
        fi
    done
    if [ -n "$bare" ]; then
        say "Python is here (${bare# }), but it cannot make a virtual environment." \
            "  Debian, Ubuntu:  apt-get install python3-venv"
    elif [ -n "$old" ]; then
        say "The dossier needs Python 3.11 or newer; found only${old}." \
            "  Install a newer one, or name it:  make site PYTHON=/path/to/python3.12"
    else
        say "Python is not installed; the dossier needs Python 3.11 or newer." \
            "  Debian, Ubuntu:  apt-get install python3 python3-venv" \
            "  macOS:           brew install python"
    fi
    return 1
}

# find_browser VARIABLE VALUE NAME ...: prints the program that VARIABLE names, or the first NAME there is;
# returns 2 if there is none.
find_browser() {
    variable=$1 named=$2
    shift 2
    if [ -n "$named" ]; then
        command -v "$named" && return 0
        say "$variable is set to $named, which is no program that can be run."
        return 1
    fi
    for name in "$@"; do
        command -v "$name" && return 0
    done
    return 2
}

find_chrome() {
    find_browser CHROME "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" && return 0
    [ $? -eq 2 ] && say "The tests look at pages in Chromium, which is not installed." \
        "  Debian:     apt-get install chromium" \
        "  elsewhere:  install Chromium or Chrome, or name it:  make test CHROME=/path/to/chrome"
    return 1
}

find_firefox() {
    find_browser FIREFOX "${FIREFOX:-}" firefox-esr firefox \
        "/Applications/Firefox.app/Contents/MacOS/firefox" && return 0
    [ $? -eq 2 ] && say "The tests look at pages in Firefox too, which is not installed." \
        "  Debian:     apt-get install firefox-esr" \
        "  elsewhere:  install Firefox, or name it:  make test FIREFOX=/path/to/firefox"
    return 1
}

find_git() {
    command -v git >/dev/null 2>&1 && return 0
    say "git is not installed; the tests ask it which files belong to the project." \
        "  Debian, Ubuntu:  apt-get install git"
    return 1
}

find_java() {
    java -version >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && return 0
    say "The validator of HTML runs on Java and is fetched by npm; one of them is not installed." \
        "  Debian, Ubuntu:  apt-get install default-jre-headless npm"
    return 1
}

explain() {
    log=$1
    say ""
    if grep -Eq 'NewConnectionError|ConnectTimeout|Temporary failure|NameResolution|Network is unreachable|ProxyError|Connection (refused|reset|aborted)|Read timed out|ReadTimeoutError|from versions: none' "$log"; then
        say "The packages could not be fetched: this machine seems to be offline." \
            "The first run needs the network once; later ones do not." \
            "Behind a proxy, set HTTPS_PROXY and run the same command again."
    elif grep -Eq 'DO NOT MATCH THE HASHES|THESE PACKAGES DO NOT MATCH' "$log"; then
        say "A fetched package is not the one that the lock file names, so nothing was installed." \
            "Run the same command again; if that does not help, do not go on, and tell the maintainers."
    elif grep -q 'No matching distribution found' "$log"; then
        say "A locked package has no ready-made build for this Python or this system." \
            "Try another Python:  make clean, then  make site PYTHON=python3.12"
    elif grep -q 'No space left on device' "$log"; then
        say "The disk is full; the packages take about 400 MB."
    elif grep -q 'ValueError: invalid variable' "$log"; then
        say "The path of this checkout holds a dollar sign, which setuptools takes for a variable." \
            "Move the checkout and run the same command again."
    else
        say "The packages could not be installed."
    fi
    say "" "The installer's last lines (all of them: $log):"
    grep -v '^WARNING' "$log" | tail -n 5 | sed 's/^/  /' >&2
}

case "${1:-}" in
    python) find_python ;;
    chrome) find_chrome ;;
    firefox) find_firefox ;;
    git) find_git ;;
    java) find_java ;;
    explain) explain "$2" ;;
    *)
        say "usage: preflight.sh python | chrome | firefox | git | java | explain LOG"
        exit 2
        ;;
esac
