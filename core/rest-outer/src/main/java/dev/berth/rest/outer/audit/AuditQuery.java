package dev.berth.rest.outer.audit;

import dev.berth.intent.audit.EntryFilter;
import dev.berth.model.UserId;
import dev.berth.rest.QueryValues;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The entries of the audit log that a client asks for. */
public final class AuditQuery {

    @QueryParam("actor")
    @Parameter(description = "a user's id", schema = @Schema(format = "uuid"))
    @DefaultValue("")
    private String actor = "";

    @QueryParam("operation")
    @Parameter(description = "such as worker.deploy, or worker. for all about workers")
    @DefaultValue("")
    private String operation = "";

    @QueryParam("target")
    @Parameter(description = "the id of what it was about")
    @DefaultValue("")
    private String target = "";

    @QueryParam("from")
    @Parameter(
            description = "not before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @DefaultValue("")
    private String from = "";

    @QueryParam("to")
    @Parameter(
            description = "before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @DefaultValue("")
    private String to = "";

    EntryFilter filter() {
        return new EntryFilter(
                QueryValues.readParsed("/actor", actor, UserId::parse, "must be a user's id"),
                given(operation),
                given(target),
                QueryValues.readMoment("/from", from),
                QueryValues.readMoment("/to", to));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }
}
