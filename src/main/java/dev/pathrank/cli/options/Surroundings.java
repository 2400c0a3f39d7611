package dev.pathrank.cli.options;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param now when the command began; relative times count from here
 * @param terminal whether standard output is a terminal
 * @param width gives the columns of the terminal
 * @param noColor whether the user wants no colours anywhere ({@code NO_COLOR})
 * @param environment gives the value of an environment variable; null where it is not set
 */
public record Surroundings(
        Instant now,
        boolean terminal,
        IntSupplier width,
        boolean noColor,
        Function<String, @Nullable String> environment) {}
