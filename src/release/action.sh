#!/bin/sh
# The run of the GitHub Action (action.yml): fetches the release, runs it, and says on the run's page what came out.
#
#   INPUT_*          inputs of the action
#   PATHRANK_PROGRAM a program to run in place of the release, for tests
set -u

# annotate LEVEL TEXT: puts a line above the log of the run.
annotate() {
    text=$(printf '%s' "$2" | sed -e 's/%/%25/g' | awk 'NR > 1 { printf "%%0A" } { printf "%s", $0 }')
    printf '::%s title=pathrank::%s\n' "$1" "$text"
}

# sum FILE: prints its SHA-256 sum as sha256sum does, which macOS may not have.
sum() {
    if command -v sha256sum >/dev/null; then
        sha256sum "$1"
    else
        shasum -a 256 "$1"
    fi
}

# fetch: sets program to that of a release whose checksum is right.
fetch() {
    version=${INPUT_VERSION:-${ACTION_REF#v}}
    case $version in
        [0-9]*.[0-9]*.[0-9]*) ;;
        *)
            annotate error \
                "\"$version\" is no version; use the action by a tag such as v0.2.0, or set the input version"
            exit 2
            ;;
    esac
    case $RUNNER_OS-$RUNNER_ARCH in
        Linux-X64) system=linux-x64 ;;
        Linux-ARM64) system=linux-arm64 ;;
        macOS-ARM64) system=macos-arm64 ;;
        *)
            annotate error "there is no release for $RUNNER_OS $RUNNER_ARCH; run on ubuntu-latest or macos-latest"
            exit 2
            ;;
    esac
    name=pathrank-$version-$system
    from=https://github.com/$ACTION_REPOSITORY/releases/download/v$version
    cd "$RUNNER_TEMP" || exit 1
    for file in "$name.tar.gz" SHA256SUMS; do
        curl --fail --silent --show-error --location --retry 3 --output "$file" "$from/$file" || {
            annotate error "cannot download $from/$file"
            exit 1
        }
    done
    grep -q -x -F -e "$(sum "$name.tar.gz")" SHA256SUMS || {
        annotate error "$name.tar.gz is not what SHA256SUMS says"
        exit 1
    }
    tar -xzf "$name.tar.gz" || exit 1
    program=$RUNNER_TEMP/$name/pathrank
    cd "$GITHUB_WORKSPACE" || exit 1
}

if [ -n "${PATHRANK_PROGRAM-}" ]; then
    program=$PATHRANK_PROGRAM
else
    fetch
fi

# Each line is one word, so that a source may hold spaces and no word is taken apart.
set -- "$INPUT_COMMAND"
while IFS= read -r word; do
    [ -z "$word" ] || set -- "$@" "$word"
done <<END
$INPUT_SOURCES
$INPUT_ARGS
END
[ -z "$INPUT_STATE" ] || set -- "$@" --state "$INPUT_STATE"
messages=$RUNNER_TEMP/pathrank-messages
tally=$RUNNER_TEMP/pathrank.tally
[ "$INPUT_COMMAND" = compare ] || set -- "$@" --save "$tally"

code=0
"$program" "$@" --output "$INPUT_OUTPUT" --summary pathrank-summary.json 2>"$messages" || code=$?
cat "$messages" >&2
echo "code=$code" >>"$GITHUB_OUTPUT"

{
    printf '## pathrank %s: exit code %s\n\n' "$INPUT_COMMAND" "$code"
    # The counts that were just saved: nothing is read twice.
    if [ "$INPUT_COMMAND" = rank ] && [ -f "$tally" ]; then
        "$program" rank "$tally" --top 20 --format markdown --quiet \
            --columns rank,method,pattern,score,origin_calls,p95_ms,reason 2>/dev/null || :
        printf '\n'
    fi
    printf '```\n'
    cat "$messages"
    printf '```\n'
} >>"$GITHUB_STEP_SUMMARY"

errors=$(sed -n 's/^pathrank: error: //p' "$messages" | head -n 10)
case $code in
    0) ;;
    3) annotate warning "the report is written, but something is left out:
$errors" ;;
    4) annotate error "the report is written, and a threshold is crossed:
$errors" ;;
    *) annotate error "no report (exit code $code):
$errors" ;;
esac
[ "$code" -ne 3 ] || exit 0
exit "$code"
