package dev.pathrank.spark;

import dev.pathrank.Main;
import dev.pathrank.cli.PathrankCli;

/** Entry point for {@code spark-submit}: the same commands, which read on Spark. */
public final class SparkMain {
    private SparkMain() {}

    /** Runs as {@link Main#main}, with {@code --engine spark} unless an engine is chosen. */
    public static void main(String[] args) {
        Main.main(PathrankCli.onEngine(SparkProvider.NAME, args));
    }
}
