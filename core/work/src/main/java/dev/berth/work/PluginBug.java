package dev.berth.work;

/** Reports that a plugin threw what it may not throw: its fault, not the developer's. */
public final class PluginBug extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates one; {@code message} names the instance and what was asked of it. */
    public PluginBug(String message, Throwable cause) {
        super(message, cause);
    }
}
