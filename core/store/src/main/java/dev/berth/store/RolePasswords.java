package dev.berth.store;

/**
 * What the three roles log in with.
 *
 * @param owner password of {@code berth_owner}, who migrates
 * @param outer password of {@code berth_outer}
 * @param inner password of {@code berth_inner}
 */
public record RolePasswords(String owner, String outer, String inner) {

    @Override
    public String toString() {
        return "RolePasswords[***]";
    }
}
