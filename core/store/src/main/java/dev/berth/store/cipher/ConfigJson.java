package dev.berth.store.cipher;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.Configuration;
import dev.berth.store.sql.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Writes and reads configurations as JSON; no failure shows any of it. */
final class ConfigJson {

    private static final String BROUGHT = "brought";
    private static final String SET = "set";
    private static final String SECRETS = "secrets";

    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, String>>> PARTS =
            new TypeReference<>() {};

    private ConfigJson() {}

    static byte[] write(Configuration configuration) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode set = json.putObject(SET);
        configuration.set().forEach((name, value) -> set.put(name, value.orElse(null)));
        json.putPOJO(BROUGHT, configuration.brought());
        json.putPOJO(SECRETS, configuration.secrets());
        return Json.text(json).getBytes(StandardCharsets.UTF_8);
    }

    static Configuration read(byte[] json) {
        Map<String, Map<String, String>> parts = parsed(json, PARTS);
        return new Configuration(
                parts.getOrDefault(BROUGHT, Map.of()),
                parts.getOrDefault(SET, Map.of()).entrySet().stream()
                        .collect(
                                toMap(
                                        Map.Entry::getKey,
                                        entry -> Optional.ofNullable(entry.getValue()))),
                parts.getOrDefault(SECRETS, Map.of()));
    }

    /** Reads what rows of before hold: the variables of a manifest. */
    static Configuration readVariables(byte[] json) {
        return Configuration.bringing(parsed(json, VARIABLES));
    }

    private static <T> T parsed(byte[] json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException("a decrypted configuration is not what was written");
        }
    }
}
