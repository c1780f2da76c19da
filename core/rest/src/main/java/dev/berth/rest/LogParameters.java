package dev.berth.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The lines of a log that a client asks for. */
public final class LogParameters {

    private static final int MOST = 10_000;

    @QueryParam("version_id")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @DefaultValue("")
    private String version = "";

    @QueryParam("follow")
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @DefaultValue("false")
    private String follow = "";

    @QueryParam("last")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "10000",
                            defaultValue = "100"))
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
