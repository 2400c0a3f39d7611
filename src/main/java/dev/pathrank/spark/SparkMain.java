package dev.pathrank.spark;

import dev.pathrank.Main;
import dev.pathrank.cli.PathrankCli;

/** Where the program begins for {@code spark-submit}: the same commands, read on Spark. */
public final class SparkMain {
    private SparkMain() {}

    /** As {@link Main#main}, with {@code --engine spark} where nothing else is asked for. */
    public static void main(String[] args) {
        Main.main(PathrankCli.onEngine(SparkProvider.NAME, args));
    }
}
