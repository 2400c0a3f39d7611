package dev.pathrank.cli.command;

import picocli.CommandLine.IVersionProvider;

/** Version of the jar that runs. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"pathrank " + (version == null ? "(not from a jar)" : version)};
    }
}
