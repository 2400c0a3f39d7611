package dev.pathrank.run;

import dev.pathrank.source.s3.S3Options;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines that a user may ask for: this process, and what is found on the class path. */
public final class Engines {
    public static final String OPTION = "--engine";
    public static final String LOCAL = "local";

    private Engines() {}

    /** @throws IllegalArgumentException if there is none of that name */
    public static EngineProvider named(String name) {
        TreeMap<String, EngineProvider> engines = new TreeMap<>();
        engines.put(LOCAL, new Local());
        // By the loader that has this class: where a cluster runs the program, the thread's own may be another.
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader())) {
            engines.put(provider.name(), provider);
        }
        EngineProvider engine = engines.get(name);
        if (engine == null) {
            throw new IllegalArgumentException(
                    OPTION + " \"" + name + "\" is none; it is one of " + String.join(", ", engines.keySet()));
        }
        return engine;
    }

    private static final class Local implements EngineProvider {
        @Override
        public String name() {
            return LOCAL;
        }

        @Override
        public Engine open(S3Options s3) {
            return Engine.LOCAL;
        }
    }
}
