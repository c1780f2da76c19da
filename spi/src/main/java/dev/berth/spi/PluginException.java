package dev.berth.spi;

/** Reports that a plugin could not do what it was asked; its kind decides what Berth does next. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tells whose fault a failure is, and so whether to try again. */
    public enum Kind {
        /** What was asked can never work; not tried again, the message goes to the developer. */
        INVALID,
        /** The provider refuses Berth itself; not tried again, an operator has to act. */
        DENIED,
        /** Something else holds what is needed; not tried again until the developer asks. */
        CONFLICT,
        /** The provider is away or overloaded; tried again with growing pauses. */
        UNAVAILABLE
    }

    private final Kind kind;

    /** Creates one; {@code message} says what was attempted, on what, and what to do. */
    public PluginException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Creates one with the reason behind it. */
    public PluginException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns the kind. */
    public Kind kind() {
        return kind;
    }
}
