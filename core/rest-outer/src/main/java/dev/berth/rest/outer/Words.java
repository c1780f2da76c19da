package dev.berth.rest.outer;

import java.util.Locale;

/** Says states as clients read them. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
