package dev.berth.standalone.process;

/** A part of Berth that the launcher starts, watches and stops. */
public interface Child {

    /** Returns the name that an operator reads, and that its log file has. */
    String name();

    /** Starts it, and returns at once. Called again after it has ended by itself. */
    void start();

    /** Returns whether it does its work. Quick; asked often. */
    boolean ready();

    /** Returns whether it has neither ended nor been stopped. */
    boolean alive();

    /** Waits until it has ended. */
    void await() throws InterruptedException;

    /** Stops it in an orderly way, or by force when that takes too long. Idempotent. */
    void stop();

    /** Says why it may have ended: the last lines of its log. */
    String trace();
}
