package dev.berth.intent.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a tenant may have only so much of. */
public enum Quota {
    /** Workers that are not deleted. */
    WORKERS,

    /** Instances of all workers, were each to have the most that it may. */
    REPLICAS,

    /** Bytes of memory of all those instances. */
    MEMORY,

    /** Bytes of all uploaded sources, packed. */
    SOURCE_BYTES,

    /** Projects. */
    PROJECTS,

    /** Members and invitations. */
    MEMBERS;

    /** Returns its name as clients and tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the quota of that name; empty where there is none. */
    public static Optional<Quota> parse(String word) {
        return Arrays.stream(values()).filter(quota -> quota.word().equals(word)).findFirst();
    }
}
