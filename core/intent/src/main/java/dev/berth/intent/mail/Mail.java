package dev.berth.intent.mail;

/** Carries letters. */
@FunctionalInterface
public interface Mail {

    /**
     * Takes a letter. Where it is for use cases it returns at once and never throws, so that its
     * time tells nothing: what becomes of the letter is for the log.
     */
    void send(Letter letter);
}
