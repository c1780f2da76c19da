package dev.berth.e2e;

import dev.berth.e2e.Secret.Kind;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where files may show a secret, and whose; docs/operations.md says the same. Besides, the
 * environment of a program has the secrets that its owner gave it.
 */
enum Lawful {
    /** One file per secret, closed to others, so that no other place needs them. */
    SECRETS("secrets", Kind.HOME),
    /** By which the operator's command line comes in. */
    COMMAND_LINE("cli.properties", Kind.HOME),
    /** Liberty's cache of its configuration, with what it was told from the secrets. */
    CACHE("liberty/output/berth/workarea", Kind.HOME),
    /** The same of a second server. */
    SECOND_CACHE("output/second/workarea", Kind.HOME),
    /** Letters where there is no mail server: the operator hands them on. */
    LETTERS("mail", Kind.CODE);

    private final Path place;
    private final Kind kind;

    Lawful(String place, Kind kind) {
        this.place = Path.of(place);
        this.kind = kind;
    }

    /** Returns whether {@code file}, seen from its root, may show that. */
    static boolean allows(Path file, Secret secret) {
        return Arrays.stream(values())
                .anyMatch(lawful -> file.startsWith(lawful.place) && lawful.kind == secret.kind());
    }
}
