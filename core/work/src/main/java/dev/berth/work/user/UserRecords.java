package dev.berth.work.user;

import dev.berth.model.Held;
import dev.berth.model.UserId;
import dev.berth.model.UserReport;

/** What users have, and where it is written down what they had. */
public interface UserRecords {

    /** Counts what {@code user} has now. */
    Held held(UserId user);

    /** Writes down what was found, in the place of what was found before. Idempotent. */
    void save(UserReport report);
}
