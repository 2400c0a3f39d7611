# Finding Java. Sourced by the other scripts; POSIX sh.

oldest_java=17

# say WORDS...: tells the user something, on standard error.
say() {
    printf 'pathrank: %s\n' "$*" >&2
}

# java_version HOME: sets version to what HOME says it is (17.0.15); fails where there is no Java that runs.
java_version() {
    version=
    [ -x "$1/bin/java" ] || return 1
    if [ -r "$1/release" ]; then
        # Read, not run: starting each Java on a machine only to ask its version takes longer than the report.
        while IFS='=' read -r key value; do
            [ "$key" = JAVA_VERSION ] && version=$value
        done <"$1/release"
        version=${version#\"}
        version=${version%%\"*}
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    [ -n "$version" ]
}

# java_major HOME: sets major to the feature release of HOME (8, 17, 25); fails where there is none.
java_major() {
    java_version "$1" || return 1
    major=${version#1.} # up to Java 8 the version began with 1.
    major=${major%%[!0-9]*}
    [ -n "$major" ]
}

# suits HOME PROGRAM: whether HOME is new enough and holds PROGRAM (java; javac where something is to be built). Sets major.
suits() {
    [ -x "$1/bin/$2" ] && java_major "$1" && [ "$major" -ge "$oldest_java" ]
}

# each_java: prints a home on each line: JAVA_HOME, the one on the PATH, and every place where Java is commonly put.
each_java() {
    if [ -n "${JAVA_HOME-}" ]; then
        echo "$JAVA_HOME"
    fi
    if on_path=$(command -v java); then
        on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
        dirname "$(dirname "$on_path")"
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* \
        "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* \
        "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/*; do
        if [ -x "$home/bin/java" ]; then
            echo "$home"
        fi
    done
}

# find_java PROGRAM: sets java_home to the Java to use: JAVA_HOME where it suits, else the newest that suits. Fails where none does.
find_java() {
    java_home=${JAVA_HOME-}
    if [ -n "$java_home" ] && suits "$java_home" "$1"; then
        return 0
    fi
    java_home='' newest=0
    while IFS= read -r home; do
        if suits "$home" "$1" && [ "$major" -gt "$newest" ]; then
            java_home=$home newest=$major
        fi
    done <<EOF
$(each_java)
EOF
    [ -n "$java_home" ]
}

# need_java PROGRAM: as find_java, or ends with a message.
need_java() {
    find_java "$1" && return 0
    if [ "$1" = javac ]; then
        say "no Java development kit (javac) of version $oldest_java or newer was found, and building needs one."
    else
        say "no Java of version $oldest_java or newer was found."
    fi
    if [ -n "${JAVA_HOME-}" ]; then
        say "JAVA_HOME is $JAVA_HOME, which is too old or holds no $1."
    fi
    say "Install one (for example from https://adoptium.net) or point JAVA_HOME at it."
    exit 1
}

# one_java_each PROGRAM: prints one home of every feature release that suits, oldest first.
one_java_each() {
    each_java | while IFS= read -r home; do
        if suits "$home" "$1"; then
            printf '%s %s\n' "$major" "$home"
        fi
    done | sort -n -s -k 1,1 | awk '!seen[$1]++' | cut -d ' ' -f 2-
}

# utf8: file names and arguments are UTF-8 whatever the locale says; Java on Linux takes their encoding from the locale alone.
utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
        *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
        *)
            LC_ALL=C.UTF-8
            export LC_ALL
            ;;
    esac
}

# java_options: sets, for the Java of $major, what each of our programs is run with:
#   usual      heap and encodings; 512 MiB is enough for any volume of logs
#   collector  the one that is best, or nothing where the user has chosen, since two are an error
#   inlining   how large a method may be that Java's better compiler copies into each of its callers
#   native     leave to read memory outside of Java
# There is hardly any garbage, so that pauses do not matter: the serial collector takes no more processor time on scripts/bench than
# the parallel one and a fifth less memory, a third less where there are very many paths. As to inlining, at the usual 325 the
# compiler compiles most of what is done for a row five times over, each time as a part of something larger, for longer than the rows
# themselves take where they are few; smaller pieces cost a sixth less processor time on scripts/bench, and code that is no slower.
java_options() {
    usual='-Xmx512m -XX:-UsePerfData -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
    best_collector=-XX:+UseSerialGC
    case ${PATHRANK_JAVA_OPTS-} in
        *-XX:+Use*GC*) collector= ;;
        *) collector=$best_collector ;;
    esac
    inlining=-XX:FreqInlineSize=120
    native=
    # What unpacks Zstandard and Snappy, and Spark, read memory in a way that newer Javas warn of.
    [ "$major" -lt 23 ] || native=--sun-misc-unsafe-memory-access=allow
}
