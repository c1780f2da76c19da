package dev.berth.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kinds of resources there are. */
public enum ResourceType {
    RDB,
    KV,
    S3,
    MQ;

    /** Returns its name as clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ResourceType::word).toList();
    }

    /** Returns the type of that name; empty where there is none. */
    public static Optional<ResourceType> parse(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
