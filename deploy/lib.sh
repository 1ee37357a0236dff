# shellcheck shell=bash
# What the scripts of deploy/ share. Source it, do not run it:
#     source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The repository's top folder, without symbolic links.
# shellcheck disable=SC2034  # used by the scripts that source this file
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# Standard output belongs to a script's answer; everything said to a person goes to standard error.
log() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fatal() {
    log "$*"
    exit 1
}

# usage TEXT: a wrong command line ends with 64, as it does in the Swift executables.
usage() {
    printf 'usage: %s\n' "$*" >&2
    exit 64
}

# ensure_tool COMMAND...: stops with the names of all commands that are not on PATH.
ensure_tool() {
    local tool missing=()
    for tool in "$@"; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    ((${#missing[@]} == 0)) || fatal "not found: ${missing[*]} (deploy/setup installs what the build and the tests need)"
}

# postgres_bindir [MAJOR]: the folder of the PostgreSQL programs, the newest from version 15 on or exactly MAJOR.
# Debian keeps one folder a major version and leaves it out of PATH. Prints nothing and fails when there is none.
postgres_bindir() {
    local wanted=${1:-} best=0 bin version
    for bin in /usr/lib/postgresql/*/bin; do
        [[ -x $bin/postgres && -x $bin/initdb && -x $bin/pg_ctl && -x $bin/psql ]] || continue
        version=${bin%/bin}
        version=${version##*/}
        [[ $version =~ ^[0-9]+$ ]] || continue
        ((version >= 15 && version > best)) || continue
        [[ -z $wanted || $version == "$wanted" ]] || continue
        best=$version
    done
    ((best > 0)) && printf '%s\n' "/usr/lib/postgresql/$best/bin"
}
