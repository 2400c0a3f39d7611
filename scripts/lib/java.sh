# Finding Java. Sourced by the other scripts; POSIX sh.

oldest_java=17

# What Maven does to make the runnable jar (pathrank.cmd has the same): neither the tests nor the checks, nor their
# downloads.
plugins=org.apache.maven.plugins
compile_goals="gg.jte:jte-maven-plugin:generate@pages $plugins:maven-resources-plugin:resources
    $plugins:maven-compiler-plugin:compile@unchecked"
pack_goals="$plugins:maven-jar-plugin:jar $plugins:maven-shade-plugin:shade@runnable"

# say WORDS...: prints a message on standard error.
say() {
    printf 'pathrank: %s\n' "$*" >&2
}

# java_version HOME: sets version to the version of HOME (17.0.15); fails if there is no executable Java.
java_version() {
    version=
    [ -x "$1/bin/java" ] || return 1
    if [ -r "$1/release" ]; then
        # Read from a file: starting every installed Java to get its version takes longer than the report.
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

# java_major HOME: sets major to the feature release of HOME (8, 17, 25); fails if there is none.
java_major() {
    java_version "$1" || return 1
    major=${version#1.} # up to Java 8 versions begin with 1.
    major=${major%%[!0-9]*}
    [ -n "$major" ]
}

# suits HOME PROGRAM: succeeds if HOME is new enough and has PROGRAM (java, or javac for building). Sets major.
suits() {
    [ -x "$1/bin/$2" ] && java_major "$1" && [ "$major" -ge "$oldest_java" ]
}

# each_java: prints a home on each line: JAVA_HOME, the one on the PATH, and those in the usual folders.
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

# find_java PROGRAM: sets java_home to the Java to use: JAVA_HOME if it is suitable, otherwise the newest suitable one.
# Fails if there is none.
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

# need_java PROGRAM: like find_java, but exits with a message if there is none.
need_java() {
    find_java "$1" && return 0
    if [ "$1" = javac ]; then
        say "no Java development kit (javac) of version $oldest_java or newer was found, which building requires."
    else
        say "no Java of version $oldest_java or newer was found."
    fi
    if [ -n "${JAVA_HOME-}" ]; then
        say "JAVA_HOME is $JAVA_HOME, which is too old or has no $1."
    fi
    say "Install one (for example from https://adoptium.net) or set JAVA_HOME to it."
    exit 1
}

# one_java_each PROGRAM: prints one suitable home for each feature release, oldest first.
one_java_each() {
    each_java | while IFS= read -r home; do
        if suits "$home" "$1"; then
            printf '%s %s\n' "$major" "$home"
        fi
    done | sort -n -s -k 1,1 | awk '!seen[$1]++' | cut -d ' ' -f 2-
}

# utf8: makes file names and arguments UTF-8 in any locale; Java on Linux takes their encoding from the locale only.
utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
        *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
        *)
            LC_ALL=C.UTF-8
            export LC_ALL
            ;;
    esac
}

# java_options: sets the options of all our programs for Java $major:
#   usual      heap and encodings; 512 MiB is enough for any volume of logs
#   collector  the garbage collector, or nothing if the user has chosen one, because two are an error
#   young      memory for new objects: as much on every machine, rather than a share of its memory
#   inlining   the largest frequently called method that the optimizing compiler inlines
#   native     permission to access memory outside of the heap
# There is little garbage, so pauses do not matter: on scripts/bench the serial collector takes no more processor time
# than the parallel one and a fifth less memory, a third less with very many paths. With the default inlining limit of
# 325 the compiler compiles most of the code of a row five times, as part of different callers, which takes longer than
# the rows of a small run. The lower limit saves a sixth of the processor time on scripts/bench, and the code is not
# slower.
java_options() {
    usual='-Xmx512m -XX:-UsePerfData -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
    best_collector=-XX:+UseSerialGC
    case ${PATHRANK_JAVA_OPTS-} in
        *-XX:+Use*GC*) collector='' young='' ;;
        *) collector=$best_collector young=-Xmn64m ;;
    esac
    inlining=-XX:FreqInlineSize=120
    native=
    # The Zstandard and Snappy libraries and Spark use memory access that newer Java versions warn about.
    [ "$major" -lt 23 ] || native=--sun-misc-unsafe-memory-access=allow
}
