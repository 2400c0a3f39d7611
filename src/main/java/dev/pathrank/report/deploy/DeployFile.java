package dev.pathrank.report.deploy;

/**
 * A file of a document that consists of several.
 *
 * @param name in the folder that holds them, such as {@code routes.json}
 * @param text the whole of it
 */
public record DeployFile(String name, String text) {}
