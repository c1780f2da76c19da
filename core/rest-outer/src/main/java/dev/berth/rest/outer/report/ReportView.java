package dev.berth.rest.outer.report;

import dev.berth.intent.report.ReportedUser;
import dev.berth.model.Holding;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;
import dev.berth.rest.outer.tenant.QuotaView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Part of the report as an operator sees it.
 *
 * @param users the part, in the order in which they came
 * @param total how many there are in all
 */
public record ReportView(List<UserView> users, long total) {

    static ReportView of(Paged<ReportedUser> page) {
        return new ReportView(page.items().stream().map(UserView::of).toList(), page.total());
    }

    /** A user; without {@code audited_at} nobody has looked yet. */
    public record UserView(
            String userId,
            String email,
            Optional<String> tenantId,
            Instant createdAt,
            Optional<Instant> auditedAt,
            List<QuotaView> holdings,
            List<String> differences) {

        static UserView of(ReportedUser user) {
            return new UserView(
                    user.user().toString(),
                    user.email(),
                    user.tenant().map(TenantId::toString),
                    user.createdAt(),
                    user.audit().map(ReportedUser.Audit::at),
                    user.audit().map(ReportedUser.Audit::holdings).orElse(List.of()).stream()
                            .map(UserView::held)
                            .toList(),
                    user.audit().map(ReportedUser.Audit::differences).orElse(List.of()));
        }

        private static QuotaView held(Holding holding) {
            return new QuotaView(holding.quota(), holding.limit(), holding.used());
        }
    }
}
