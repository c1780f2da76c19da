package dev.berth.intent.account;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Scope;
import dev.berth.model.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A token that somebody would like to have.
 *
 * @param name what to call it
 * @param scopes the names of its scopes; empty for all that he has himself
 * @param expiresAt when it ends; empty for when his own rights end
 */
public record TokenRequest(
        String name, Optional<List<String>> scopes, Optional<Instant> expiresAt) {

    private static final String ATTEMPTED = "cannot make the token";

    /** Returns the rights of the token; refuses what cannot be, and more than {@code own}. */
    Rights rights(Rights own, Instant now) {
        refuse(
                Refusal.Kind.MALFORMED,
                Token.checkName("/name", name).map(List::of).orElse(List.of()));
        refuse(Refusal.Kind.IMPOSSIBLE, impossible(now));
        Rights wanted = new Rights(wanted(own), expiresAt.or(own::until));
        refuse(Refusal.Kind.DENIED, excess(wanted, own));
        return wanted;
    }

    private List<Problem> impossible(Instant now) {
        List<Problem> problems = new ArrayList<>();
        List<String> words = scopes.orElse(List.of());
        if (scopes.isPresent() && words.isEmpty()) {
            problems.add(new Problem("/scopes", "must name one at least, or be left out"));
        }
        for (int i = 0; i < words.size(); i++) {
            if (Scope.parse(words.get(i)).isEmpty()) {
                problems.add(
                        new Problem(
                                "/scopes/" + i,
                                "is not known; known are " + String.join(", ", Scope.words())));
            }
        }
        if (expiresAt.filter(end -> !now.isBefore(end)).isPresent()) {
            problems.add(new Problem("/expires_at", "must not be past"));
        }
        return problems;
    }

    private Set<Scope> wanted(Rights own) {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        scopes.ifPresentOrElse(
                words -> words.forEach(word -> Scope.parse(word).ifPresent(wanted::add)),
                () -> wanted.addAll(own.scopes()));
        return wanted;
    }

    private static List<Problem> excess(Rights wanted, Rights own) {
        List<Problem> problems = new ArrayList<>();
        wanted.scopes().stream()
                .filter(scope -> !own.allow(scope))
                .map(
                        scope ->
                                new Problem(
                                        "/scopes", "'" + scope.word() + "' is more than you have"))
                .forEach(problems::add);
        if (wanted.outlast(own)) {
            problems.add(
                    new Problem(
                            "/expires_at",
                            "must not be after your own token ends, "
                                    + own.until().map(Instant::toString).orElse("")));
        }
        return problems;
    }

    private static void refuse(Refusal.Kind kind, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(kind, ATTEMPTED, problems);
        }
    }
}
