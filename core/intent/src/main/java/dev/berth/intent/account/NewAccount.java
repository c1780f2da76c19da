package dev.berth.intent.account;

import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;

/**
 * A user to be, with all that belongs to him from the start.
 *
 * @param account the user
 * @param tenant his personal tenant, which he owns
 * @param project the project {@code default} of that tenant
 */
public record NewAccount(Account account, TenantId tenant, ProjectId project) {

    /** The name of the project that every tenant begins with. */
    public static final String DEFAULT_PROJECT = "default";
}
