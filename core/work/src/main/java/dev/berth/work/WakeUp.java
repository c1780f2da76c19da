package dev.berth.work;

/** Is told that there may be work. */
@FunctionalInterface
public interface WakeUp {

    /** Looks for work soon. Never blocks, never throws. */
    void wake();
}
