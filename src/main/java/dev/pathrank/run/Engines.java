package dev.pathrank.run;

import dev.pathrank.source.s3.S3Options;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines that there are: this process, and those found on the class path. */
public final class Engines {
    /** The option that chooses an engine. */
    public static final String OPTION = "--engine";
    /** The engine that reads with the threads of this process. */
    public static final String LOCAL = "local";

    private Engines() {}

    /**
     * Returns the engine of a name.
     *
     * @throws IllegalArgumentException if there is none; the message is ready to be printed
     */
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
                    "unknown engine \"" + name + "\"; choose " + String.join(" or ", engines.keySet()));
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
