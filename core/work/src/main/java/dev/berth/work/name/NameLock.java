package dev.berth.work.name;

/** A name that one Inner has at a time, for as long as it lives. */
public interface NameLock extends AutoCloseable {

    /**
     * Takes the name, or sees whether it is still had. Idempotent. A name that was lost is told of
     * once and taken again by the next call. Never throws; quick, but for a database that hangs.
     */
    NameState take();

    /** Lets the name go. Idempotent. */
    @Override
    void close();
}
