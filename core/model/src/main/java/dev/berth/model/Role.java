package dev.berth.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a tenant; each may also do what those after it may. */
public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    VIEWER;

    /** Returns the role of that name; empty where there is none. */
    public static Optional<Role> parse(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Returns the names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }

    /** Returns its name as clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) <= 0;
    }
}
