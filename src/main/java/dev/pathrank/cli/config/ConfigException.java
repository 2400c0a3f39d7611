package dev.pathrank.cli.config;

/** A configuration file or a variable of the environment that cannot be used; the message says where and why. */
public final class ConfigException extends IllegalArgumentException {
    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
