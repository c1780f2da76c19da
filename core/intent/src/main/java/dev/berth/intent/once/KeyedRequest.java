package dev.berth.intent.once;

import dev.berth.model.TenantId;

/**
 * A request that is to have one effect.
 *
 * @param tenant for whom it is made
 * @param key what the client calls it
 * @param fingerprint what tells it from others: who asks for what, as 64 hexadecimal digits
 */
public record KeyedRequest(TenantId tenant, IdempotencyKey key, String fingerprint) {}
