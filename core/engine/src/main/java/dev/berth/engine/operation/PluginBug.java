package dev.berth.engine.operation;

/** Reports that a plugin broke its contract: it threw what it may not throw, or returned null. */
public final class PluginBug extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String instance;

    PluginBug(String instance, String attempted, Throwable cause) {
        super(
                "%s fails for a bug in the plugin of '%s': %s; report it to the plugin's author"
                        .formatted(attempted, instance, told(cause)),
                cause);
        this.instance = instance;
    }

    // it is a plugin's, and may fail as well when it is asked what it says
    private static String told(Throwable cause) {
        try {
            return String.valueOf(cause);
        } catch (RuntimeException | Error unsayable) {
            return cause.getClass().getName();
        }
    }

    /** Returns the name of the instance whose plugin it is. */
    public String instance() {
        return instance;
    }
}
