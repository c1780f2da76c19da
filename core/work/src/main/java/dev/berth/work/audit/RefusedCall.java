package dev.berth.work.audit;

/**
 * A call of somebody who did not show that he is a part of Berth.
 *
 * @param path what he called, as he wrote it, without the query
 * @param source the address that he came from
 */
public record RefusedCall(String method, String path, String source, String requestId) {}
