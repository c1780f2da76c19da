package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.berth.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds a manifest against {@code app-manifest.schema.json}, where the rules are. */
final class ManifestSchema {

    private static final String RESOURCE = "app-manifest.schema.json";

    private final Schema schema = load();

    /** Returns what is wrong, at most one problem for each place. */
    List<Problem> problems(JsonNode document) {
        SchemaProblems words = new SchemaProblems(schema.getSchemaNode());
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Error error : schema.validate(document)) {
            Problem problem = words.problem(error);
            problems.putIfAbsent(problem.pointer(), problem);
        }
        return List.copyOf(problems.values());
    }

    private static Schema load() {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .errorMessageKeyword("errorMessage")
                        .locale(Locale.ROOT)
                        .build();
        SchemaRegistry registry =
                SchemaRegistry.withDialect(
                        Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
        try (InputStream resource = ManifestSchema.class.getResourceAsStream(RESOURCE)) {
            return registry.getSchema(resource, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
