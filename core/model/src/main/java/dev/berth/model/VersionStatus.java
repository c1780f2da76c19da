package dev.berth.model;

/**
 * What has become of a version.
 *
 * @param phase the state
 * @param message why, or what is going on, for a person; may be empty
 */
public record VersionStatus(Phase phase, String message) {

    /** The status of a version that nothing was done for yet. */
    public static final VersionStatus NONE = new VersionStatus(Phase.LOADING, "");

    /** The states of a version; a client reads them in lower case. */
    public enum Phase {
        LOADING,
        SUCCESS,
        ERROR
    }
}
