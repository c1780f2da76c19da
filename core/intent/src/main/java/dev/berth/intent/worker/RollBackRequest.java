package dev.berth.intent.worker;

import dev.berth.model.Cause;

/**
 * To which version a developer wants back.
 *
 * @param worker the worker's id
 * @param version the version
 * @param keepConfig whether the configuration stays what it is now, instead of what it was then
 * @param cause the request
 */
public record RollBackRequest(String worker, long version, boolean keepConfig, Cause cause) {}
