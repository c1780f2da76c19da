package dev.berth.work.user;

import dev.berth.model.Held;
import dev.berth.model.TaskType;
import dev.berth.model.UserId;
import dev.berth.model.UserReport;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done for users: looking at what they hold. Changes nothing of it, for that is Outer's;
 * says where something is amiss, in the log and in the operators' report. Idempotent.
 */
public final class UserDuties {

    private static final System.Logger LOG = System.getLogger(UserDuties.class.getName());

    private final UserRecords records;

    /** Creates it over what users have. */
    public UserDuties(UserRecords records) {
        this.records = records;
    }

    /** Does what {@code task} is for; returns why that came to no good, empty where it did. */
    Optional<String> run(UserTask task) {
        Held held = look(task.user());
        return task.type() == TaskType.USER_REGISTER ? incomplete(held) : Optional.empty();
    }

    private Held look(UserId user) {
        Held held = records.held(user);
        UserReport report = UserReport.of(user, held);
        records.save(report);
        if (!report.differences().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "user holds something else than he should; user={0} differences={1}",
                    user,
                    String.join("; ", report.differences()));
        }
        return held;
    }

    /** What came with the user came in the transaction that made him, or else it never comes. */
    private static Optional<String> incomplete(Held held) {
        List<String> lacks = new ArrayList<>(held.lacks());
        if (held.tenant() && held.unlimited()) {
            lacks.add("the user's tenant has no quotas");
        }
        return lacks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lacks));
    }
}
