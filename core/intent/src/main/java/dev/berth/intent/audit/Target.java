package dev.berth.intent.audit;

/**
 * What a change is about.
 *
 * @param kind such as {@code worker}
 * @param id its id; may be empty
 */
public record Target(String kind, String id) {

    public Target {
        id = Plain.of(id);
    }

    /** What an operation such as {@code worker.delete} is about, as far as its name tells. */
    static Target of(Asked asked) {
        int dot = asked.operation().indexOf('.');
        return new Target(asked.operation().substring(0, dot), asked.target());
    }
}
