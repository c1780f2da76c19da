package dev.berth.rest.outer.account;

import dev.berth.intent.account.TokenRequest;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a user says of a token to be. */
public record NewTokenBody(String name, Optional<List<String>> scopes, Optional<String> expiresAt) {

    // a formatter alone would take years that no database knows
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*");

    TokenRequest request() {
        if (scopes.stream().flatMap(List::stream).anyMatch(Objects::isNull)) {
            throw malformed("/scopes", "must be an array of strings");
        }
        return new TokenRequest(name, scopes, expiresAt.map(NewTokenBody::date));
    }

    private static Instant date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .parse(text, Instant::from)
                        .truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException refusedBelow) {
            // said in the same words as text of another form
        }
        throw malformed("/expires_at", "must be a date like 2027-01-31T12:00:00Z");
    }

    private static Refusal malformed(String pointer, String message) {
        return Refusal.of(
                Refusal.Kind.MALFORMED,
                "cannot make the token",
                List.of(new Problem(pointer, message)));
    }
}
