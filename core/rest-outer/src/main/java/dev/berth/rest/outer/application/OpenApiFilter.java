package dev.berth.rest.outer.application;

import dev.berth.rest.ProblemDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the OpenAPI document what holds for every route: refusals are problem details. */
public final class OpenApiFilter implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(OpenApiFilter::require);
        document.getComponents().addResponse(PROBLEM, problem()).addSchema(PROBLEM, schema());
    }

    /** What may not be null is always there. */
    private static void require(Schema schema) {
        Optional.ofNullable(schema.getProperties())
                .orElse(Map.of())
                .forEach(
                        (name, property) -> {
                            if (!nullable(property)) {
                                schema.addRequired(name);
                            }
                        });
    }

    /** What refers to another schema says so by a choice. */
    private static boolean nullable(Schema schema) {
        return Optional.ofNullable(schema.getType())
                        .orElse(List.of())
                        .contains(Schema.SchemaType.NULL)
                || Optional.ofNullable(schema.getAnyOf()).orElse(List.of()).stream()
                        .anyMatch(OpenApiFilter::nullable);
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("refused, or failed")
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        ProblemDetails.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(
                                                        OASFactory.createSchema()
                                                                .ref(
                                                                        "#/components/schemas/"
                                                                                + PROBLEM))));
    }

    private static Schema schema() {
        return object().addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("error", text())
                .addProperty("request_id", text())
                .addProperty(
                        "errors",
                        of(Schema.SchemaType.ARRAY)
                                .items(
                                        object().addProperty("pointer", text())
                                                .addProperty("message", text())));
    }

    private static Schema object() {
        return of(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return of(Schema.SchemaType.STRING);
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
