package dev.berth.engine.plugin;

import dev.berth.spi.Extension;
import java.util.Locale;

/** The kinds of extensions, as keys of the configuration name them. */
public enum ExtensionKind {
    RUNTIME,
    ROUTER,
    STRATEGY;

    /** Returns the kind of {@code extension}. */
    public static ExtensionKind of(Extension<?> extension) {
        return switch (extension) {
            case Extension.Runtimes<?> _ -> RUNTIME;
            case Extension.Routers<?> _ -> ROUTER;
            case Extension.Strategies<?> _ -> STRATEGY;
        };
    }

    /** Returns its name in keys: {@code runtime}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
