package dev.berth.model;

/** What a member may do in a tenant; each may also do what those after it may. */
public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    VIEWER;

    /** Returns whether this role may do what {@code needed} may. */
    public boolean covers(Role needed) {
        return compareTo(needed) <= 0;
    }
}
