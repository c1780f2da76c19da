package dev.berth.store.usage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.Holding;
import dev.berth.store.sql.Json;
import java.util.List;
import java.util.OptionalLong;

/** Writes and reads what somebody has, as JSON. */
final class HoldingsJson {

    private static final TypeReference<List<JsonNode>> NODES = new TypeReference<>() {};

    private HoldingsJson() {}

    static String write(List<Holding> holdings) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (Holding holding : holdings) {
            ObjectNode node =
                    all.addObject().put("quota", holding.quota()).put("used", holding.used());
            holding.limit().ifPresent(limit -> node.put("limit", limit));
        }
        return all.toString();
    }

    static List<Holding> read(String text) {
        return Json.read(text, NODES).stream().map(HoldingsJson::holding).toList();
    }

    private static Holding holding(JsonNode node) {
        return new Holding(
                node.path("quota").textValue(),
                node.path("used").longValue(),
                node.has("limit")
                        ? OptionalLong.of(node.path("limit").longValue())
                        : OptionalLong.empty());
    }
}
