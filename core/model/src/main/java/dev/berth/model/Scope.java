package dev.berth.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. Each scope also allows to look; none includes another. */
public enum Scope {
    /** To see workers, their versions, variables, logs and manifests, and tasks. */
    READ,
    /**
     * To bring versions of workers out: upload, deploy, roll back, promote, abort, set variables.
     */
    DEPLOY,
    /** To create, to change and to delete workers, and to make projects. */
    WRITE,
    /** To make and revoke tokens, to say who belongs, and to have failed tasks tried again. */
    ADMIN;

    /** Returns the scope of that name; empty where there is none. */
    public static Optional<Scope> parse(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /** Returns the names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Scope::word).toList();
    }

    /** Returns its name as clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the least role by which one may do what this scope is for. */
    public Role role() {
        return switch (this) {
            case READ -> Role.VIEWER;
            case DEPLOY, WRITE -> Role.DEVELOPER;
            case ADMIN -> Role.ADMIN;
        };
    }

    /** Returns whether who has this scope may do what needs {@code needed}. */
    public boolean covers(Scope needed) {
        return this == needed || needed == READ;
    }
}
