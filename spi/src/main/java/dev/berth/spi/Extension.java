package dev.berth.spi;

/**
 * Adds one thing to Berth, under a name that an operator's configuration uses: {@code
 * berth.<kind>.<instance>.use=<name>}.
 *
 * @param <C> the record that holds the configuration of one instance
 */
public sealed interface Extension<C extends Record> {

    /**
     * Returns the name, unique among the extensions of its kind; lower-case letters, digits,
     * dashes.
     */
    String name();

    /** Returns the type of an instance's configuration. */
    ConfigType<C> config();

    /**
     * Creates configured instances.
     *
     * @param <C> the record that holds the configuration
     * @param <T> what is created
     */
    @FunctionalInterface
    interface Factory<C extends Record, T> {

        /**
         * Creates one instance. Called once per configured instance, at start. May open
         * connections; an instance that cannot work yet throws {@link PluginException} of kind
         * {@code UNAVAILABLE} and is asked for again.
         */
        T create(C config, PluginContext context);
    }

    /** Adds a place where releases run; kind {@code runtime}. */
    record Runtimes<C extends Record>(
            String name, ConfigType<C> config, Factory<C, WorkerRuntime> factory)
            implements Extension<C> {}

    /** Adds a way for traffic to reach releases; kind {@code router}. */
    record Routers<C extends Record>(String name, ConfigType<C> config, Factory<C, Router> factory)
            implements Extension<C> {}

    /** Adds a way for a new release to take over; kind {@code strategy}. */
    record Strategies<C extends Record>(
            String name, ConfigType<C> config, Factory<C, DeployStrategy> factory)
            implements Extension<C> {}
}
