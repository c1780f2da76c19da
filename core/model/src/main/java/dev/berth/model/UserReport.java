package dev.berth.model;

import java.util.List;

/**
 * What a user held when he was looked at.
 *
 * @param user the user
 * @param holdings how much of everything
 * @param differences in what that differed from what there may be, or from what there is
 */
public record UserReport(UserId user, List<Holding> holdings, List<String> differences) {

    public UserReport {
        holdings = List.copyOf(holdings);
        differences = List.copyOf(differences);
    }

    /** Returns what there is to say about {@code held}. */
    public static UserReport of(UserId user, Held held) {
        return new UserReport(user, held.holdings(), held.differences());
    }
}
