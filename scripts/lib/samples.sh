# Running the generators of sample and benchmark logs. Sourced after java.sh, with root set; POSIX sh.

samples_source=$root/src/samples/java/dev/pathrank/samples
samples_tables=$root/src/samples/resources

# run_generator CLASS ARGUMENTS...: compiles and runs a generator, which needs only the JDK.
run_generator() (
    need_java javac
    classes=$(mktemp -d) || exit 1
    trap 'rm -rf "$classes"' EXIT
    main=dev.pathrank.samples.$1
    # Only the classes it uses: others write Parquet files, which needs a library.
    "$java_home/bin/javac" --release "$oldest_java" -encoding UTF-8 -d "$classes" \
        -sourcepath "$root/src/samples/java" "$samples_source/$1.java" || exit 1
    shift
    "$java_home/bin/java" -Xmx1g -cp "$classes:$samples_tables" "$main" "$@"
)

# generator_print: prints a checksum of the generators and their tables.
generator_print() {
    find "$samples_source" "$samples_tables/dev/pathrank/samples" -type f | LC_ALL=C sort |
        while IFS= read -r file; do cat "$file"; done | cksum | cut -d ' ' -f 1
}
