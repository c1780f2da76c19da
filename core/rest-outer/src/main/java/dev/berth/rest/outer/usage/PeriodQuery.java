package dev.berth.rest.outer.usage;

import dev.berth.intent.usage.ResourceUsageStore.Period;
import dev.berth.rest.QueryValues;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The time that a client asks for. */
public final class PeriodQuery {

    @QueryParam("from")
    @Parameter(
            description = "spans that began not before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @DefaultValue("")
    private String from = "";

    @QueryParam("to")
    @Parameter(
            description = "spans that began before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @DefaultValue("")
    private String to = "";

    Period period() {
        return new Period(QueryValues.readMoment("/from", from), QueryValues.readMoment("/to", to));
    }
}
