package dev.berth.store.cipher;

/** Reports a configuration that cannot be decrypted: an operator's matter, not a developer's. */
public final class UnreadableConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableConfig(String worker, String reason) {
        super("cannot read the configuration of worker '" + worker + "': " + reason);
    }
}
