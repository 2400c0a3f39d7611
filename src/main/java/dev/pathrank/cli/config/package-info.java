/**
 * Settings that stand in for options that the command line does not give: a configuration file and the environment.
 * They become words of the command line before it is parsed, so that a setting is read, checked and refused as the
 * option would be. Start at {@link dev.pathrank.cli.config.Configuration}. Knows options by their picocli models and no
 * command; the TOML library is loaded only where there is a file.
 */
@NullMarked
package dev.pathrank.cli.config;

import org.jspecify.annotations.NullMarked;
