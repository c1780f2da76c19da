package dev.berth.rest.outer.audit;

import dev.berth.intent.audit.Entry;
import dev.berth.model.Paged;
import dev.berth.model.UserId;
import dev.berth.rest.outer.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Part of the audit log as a client sees it.
 *
 * @param entries the part, newest first
 * @param total how many there are in all
 */
public record AuditView(List<EntryView> entries, long total) {

    static AuditView of(Paged<Entry> page) {
        return new AuditView(page.items().stream().map(EntryView::of).toList(), page.total());
    }

    /** An entry; the status is there where it was not done. */
    public record EntryView(
            long id,
            Instant at,
            Optional<String> actor,
            Optional<String> wayIn,
            String source,
            String requestId,
            String operation,
            String targetKind,
            String targetId,
            Map<String, String> changes,
            String outcome,
            OptionalInt status) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.number(),
                    entry.at(),
                    entry.actor().map(UserId::toString),
                    entry.wayIn().map(Words::of),
                    entry.source(),
                    entry.requestId(),
                    entry.operation(),
                    entry.target().kind(),
                    entry.target().id(),
                    new TreeMap<>(entry.changes()),
                    entry.outcome().word(),
                    entry.status());
        }
    }
}
