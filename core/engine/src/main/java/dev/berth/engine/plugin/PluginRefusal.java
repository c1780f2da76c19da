package dev.berth.engine.plugin;

/** Ends the loading of one plugin; its message says why and what to do, not which plugin. */
final class PluginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginRefusal(String message) {
        super(message);
    }

    PluginRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
