package dev.berth.testkit;

/**
 * The programs that {@link RuntimeTck} deploys. Each writes {@code started} to its standard output
 * first of all; those that answer do so with 200 to every {@code GET}, on the port that the runtime
 * gave them.
 */
public enum TestProgram {
    /** Answers as soon as it can; its body is a text that no other instance's is. */
    ANSWERS,

    /**
     * Answers like {@link #ANSWERS}, after it has written {@code out 1} to {@code out 5} to its
     * standard output and {@code err 1} to {@code err 5} to its standard error.
     */
    WRITES,

    /** Answers, and exits with code 4 a second after its start. */
    ANSWERS_ONCE,

    /** Answers half a second after its start. */
    LISTENS_LATE,

    /** Writes {@code no configuration} to its standard error and exits with code 3. */
    EXITS,

    /** Runs and never listens. */
    NEVER_LISTENS,

    /** Listens on another port, after it has written {@code elsewhere} and that port. */
    LISTENS_ELSEWHERE
}
