package dev.berth.intent.audit;

import dev.berth.model.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What the request of this thread does, as the use cases note it: each says in the transaction of
 * its change what it is about, and the log has it with the change or not at all. For one thread.
 */
public final class Deed {

    private static final ScopedValue<Deed> CURRENT = ScopedValue.newInstance();

    private final Map<String, String> changes = new LinkedHashMap<>();
    private Optional<Asked> asked = Optional.empty();
    private Optional<UserId> actor = Optional.empty();
    private Optional<Target> target = Optional.empty();
    private boolean kept;
    private boolean whole;

    /** Runs {@code work}, whose changes are this deed. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Returns that of this thread; one that nobody keeps where no request is answered. */
    static Deed current() {
        return CURRENT.isBound() ? CURRENT.get() : new Deed();
    }

    /**
     * Notes that {@code kind} with that id is about to change, or was asked to. In a transaction
     * the log gets its entry with that.
     */
    public static Deed on(String kind, Object id) {
        Deed deed = current();
        deed.target = Optional.of(new Target(kind, id.toString()));
        return deed;
    }

    /** Notes who it is, where the request has not proved it yet. */
    public static void by(UserId user) {
        current().actor = Optional.of(user);
    }

    /**
     * Notes whose address somebody names who has not proved that it is his; alike for one that
     * nobody has.
     */
    public static void claimed(Optional<UserId> user) {
        on("user", user.map(UserId::toString).orElse(""));
        user.ifPresent(Deed::by);
    }

    /** Notes that it was done before, by an earlier request: the log has that. */
    public static void again() {
        current().kept = true;
    }

    /** Notes what is new of it, which is no secret. */
    public Deed changed(String name, Object value) {
        changes.put(name, Plain.of(value.toString()));
        return this;
    }

    /** Says what is asked for. */
    public void ask(Asked request) {
        asked = Optional.of(request);
    }

    /** Runs {@code work}, all of whose transactions are one. */
    <T> T wholly(Supplier<T> work) {
        whole = true;
        try {
            return work.get();
        } finally {
            whole = false;
        }
    }

    /** Returns whether a transaction that begins now is a part of one that keeps the deed. */
    boolean isWhole() {
        return whole;
    }

    /** Forgets what was noted of changes: they were not committed, or are kept. */
    void forget() {
        target = Optional.empty();
        changes.clear();
    }

    /** Returns the entry to commit with what was noted; empty where nothing was. */
    Optional<NewEntry> done() {
        return asked.filter(_ -> target.isPresent())
                .map(request -> entry(request, Outcome.DONE, OptionalInt.empty()));
    }

    /** Notes that the log has it. */
    void keep() {
        kept = kept || done().isPresent();
        forget();
    }

    /**
     * Returns the entry for what ended with an HTTP status and is not in the log so far; empty
     * where there is none to be.
     */
    Optional<NewEntry> ended(int status) {
        Outcome outcome = Outcome.of(status);
        return asked.filter(request -> !kept && (request.caller().isPresent() || noted()))
                .map(request -> entry(request, outcome, status(outcome, status)));
    }

    // what nobody has proved to ask for is worth a line only where a use case says so
    private boolean noted() {
        return actor.isPresent() || target.isPresent();
    }

    private NewEntry entry(Asked request, Outcome outcome, OptionalInt status) {
        return new NewEntry(
                request,
                request.caller().map(caller -> caller.user()).or(() -> actor),
                target.orElseGet(() -> Target.of(request)),
                changes,
                outcome,
                status);
    }

    private static OptionalInt status(Outcome outcome, int status) {
        return outcome == Outcome.DONE ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
