package dev.berth.intent.report;

import dev.berth.model.Page;
import dev.berth.model.Paged;

/** Where it stands what users hold. Needs a transaction. */
@FunctionalInterface
public interface ReportStore {

    /** Lists all users in the order in which they came. */
    Paged<ReportedUser> list(Page page);
}
