package dev.berth.store.reconcile;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.berth.spi.Endpoint;
import dev.berth.store.sql.Json;
import java.util.List;

/** Reads endpoints; apart from {@link Json} because Outer has no SPI on its class path. */
final class EndpointsJson {

    private static final TypeReference<List<Endpoint>> ENDPOINTS = new TypeReference<>() {};

    private EndpointsJson() {}

    static List<Endpoint> read(String text) {
        return Json.read(text, ENDPOINTS);
    }
}
