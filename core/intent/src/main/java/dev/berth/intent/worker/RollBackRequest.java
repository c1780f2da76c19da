package dev.berth.intent.worker;

/**
 * To which version a developer wants back.
 *
 * @param worker the worker's id
 * @param version the version
 * @param keepConfig whether the configuration stays what it is now, instead of what it was then
 * @param requestId the request
 */
public record RollBackRequest(String worker, long version, boolean keepConfig, String requestId) {}
