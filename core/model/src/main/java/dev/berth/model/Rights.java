package dev.berth.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may do by what he proved himself by, within his role, and until when.
 *
 * @param scopes what for, at least one, in their order
 * @param until when it ends; empty for never
 */
public record Rights(Set<Scope> scopes, Optional<Instant> until) {

    /** Everything, for ever: what a user has who has logged in. */
    public static final Rights ALL = new Rights(EnumSet.allOf(Scope.class), Optional.empty());

    public Rights {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("rights need a scope at least");
        }
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }

    /** Returns the names of the scopes. */
    public List<String> words() {
        return scopes.stream().map(Scope::word).toList();
    }

    /** Returns whether they allow what needs {@code needed}. */
    public boolean allow(Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.covers(needed));
    }

    /** Refuses unless they allow what needs {@code needed}. */
    public void mustAllow(Scope needed) {
        if (!allow(needed)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "this needs the scope '%s', and the token has %s; use one that has it"
                            .formatted(needed.word(), String.join(", ", words())));
        }
    }

    /** Returns whether they are over. */
    public boolean over(Instant now) {
        return until.isPresent() && !now.isBefore(until.get());
    }

    /** Returns whether these end after {@code others}. */
    public boolean outlast(Rights others) {
        return others.until.isPresent()
                && (until.isEmpty() || until.get().isAfter(others.until.get()));
    }
}
