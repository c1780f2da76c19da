package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.QuotaUse;
import java.util.OptionalLong;

/**
 * A quota as a client sees it.
 *
 * @param quota its name
 * @param limit how much there may be; absent where there is no limit
 * @param used how much there is
 */
public record QuotaView(String quota, OptionalLong limit, long used) {

    public static QuotaView of(QuotaUse use) {
        return new QuotaView(use.quota().word(), use.limit(), use.used());
    }
}
