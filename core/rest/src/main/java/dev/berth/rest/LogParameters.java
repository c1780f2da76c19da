package dev.berth.rest;

import dev.berth.model.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The lines of a log that a client asks for. */
public final class LogParameters {

    private static final int MOST = 10_000;
    private static final int USUAL = 100;
    private static final String RUNTIME = "runtime";
    private static final String BUILD = "build";

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
                            description = "100 if not given, or with since 10000"))
    @DefaultValue("")
    private String last = "";

    @QueryParam("since")
    @Parameter(
            description = "a date of RFC 3339, or how long ago: 10m, 1h30m, 2d",
            schema = @Schema(type = SchemaType.STRING),
            example = "10m")
    @DefaultValue("")
    private String since = "";

    @QueryParam("stream")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {RUNTIME, BUILD},
                            defaultValue = "runtime"))
    @DefaultValue(RUNTIME)
    private String stream = "";

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
        if (last.isEmpty()) {
            return since.isEmpty() ? USUAL : MOST;
        }
        return QueryValues.read("/last", last, MOST);
    }

    /** Returns from when on; empty for any time. */
    public Optional<LogSince> since() {
        return QueryValues.readParsed(
                "/since",
                since,
                LogSince::parse,
                "must be a date like 2027-01-31T12:00:00Z, or how long ago, like 10m");
    }

    /** Refuses a wish for what the build of a worker wrote: Berth builds nothing yet. */
    public void mustBeOfRuntime(String worker) {
        Optional<String> wanted =
                QueryValues.readParsed(
                        "/stream", stream, LogParameters::known, "must be runtime or build");
        if (wanted.filter(BUILD::equals).isPresent()) {
            throw Refusal.absent("build log of worker", worker);
        }
    }

    /** Returns from when on, as the client wrote it; empty for any time. */
    public Optional<String> sinceText() {
        return since().map(_ -> since);
    }

    private static Optional<String> known(String name) {
        return Optional.of(name).filter(word -> word.equals(RUNTIME) || word.equals(BUILD));
    }
}
