package dev.berth.intent.audit;

import dev.berth.model.Caller;

/** What somebody proved himself by. */
public enum WayIn {
    TOKEN,
    SESSION,
    SIGNATURE,

    /** Another part of Berth, which asks for him. */
    SERVICE;

    /** Returns how {@code caller} came, where he signed nothing. */
    public static WayIn of(Caller caller) {
        return caller.session().isPresent() ? SESSION : TOKEN;
    }
}
