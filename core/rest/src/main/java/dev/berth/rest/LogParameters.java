package dev.berth.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;

/** The lines of a log that a client asks for. */
public final class LogParameters {

    private static final int MOST = 10_000;

    @QueryParam("version_id")
    @DefaultValue("")
    private String version = "";

    @QueryParam("follow")
    @DefaultValue("false")
    private String follow = "";

    @QueryParam("last")
    @DefaultValue("100")
    private String last = "";

    /** Returns the version; empty for the newest that runs. */
    public OptionalLong version() {
        return QueryValues.readLong("/version_id", version);
    }

    /** Returns whether to wait for lines to come. */
    public boolean follow() {
        return QueryValues.readFlag("/follow", follow);
    }

    /** Returns how many lines to begin with, 0 to 10,000. */
    public int last() {
        return QueryValues.read("/last", last, MOST);
    }
}
