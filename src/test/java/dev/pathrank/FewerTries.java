package dev.pathrank;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** A short run of the properties: {@code -Dtries.divisor=5} runs a fifth of their tries. */
public final class FewerTries implements AroundPropertyHook {
    /** Of how many tries one is made. */
    public static final int DIVISOR = Integer.getInteger("tries.divisor", 1);

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().tries().ifPresent(tries -> context.attributes().setTries((tries + DIVISOR - 1) / DIVISOR));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
