package dev.berth.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.OpenApi.Route;
import java.util.Arrays;

/** Makes bodies up: as the document has them, and by chance spoilt as a whole. */
record FuzzBodies(FuzzValues values, FuzzScene scene, Choices choices, boolean spoils) {

    private static final int LARGE = 1_100_000;

    byte[] of(Route route) {
        byte[] body = fitting(route);
        return spoils && choices.once(3) ? spoilt(body) : body;
    }

    private byte[] fitting(Route route) {
        JsonNode content = route.operation().at("/requestBody/content");
        if (content.has("application/json")) {
            return values.json("", content.at("/application~1json/schema")).getBytes(UTF_8);
        }
        if (route.path().contains("{sha256}")) {
            return scene.holdings().archive();
        }
        return spoils && choices.once(2) ? "{\"a\": 1}".getBytes(UTF_8) : new byte[0];
    }

    private byte[] spoilt(byte[] body) {
        String text = new String(body, UTF_8);
        return switch (choices.below(14)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(body, choices.below(body.length + 1));
            case 2 -> ("\ufeff" + text).getBytes(UTF_8);
            case 3 -> text.getBytes(UTF_16);
            case 4 -> text.getBytes(UTF_16LE);
            case 5 -> (text + "\u00ff").getBytes(ISO_8859_1);
            case 6 -> (text + text).getBytes(UTF_8);
            case 7 -> ("[" + text + "]").getBytes(UTF_8);
            case 8 -> flipped(body);
            case 9 -> bytes(choices.below(300));
            case 10 -> "<?xml version=\"1.0\"?><!DOCTYPE a><a/>".getBytes(UTF_8);
            case 11 -> "a=b&worker_id=%00".getBytes(UTF_8);
            case 12 -> choices.oneOf(OddTexts.LITERALS).getBytes(UTF_8);
            default -> choices.once(20) ? new byte[LARGE] : (text + "\u0000").getBytes(UTF_8);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] flipped = body.clone();
        for (int n = 0; n < 3 && flipped.length > 0; n++) {
            flipped[choices.below(flipped.length)] = (byte) choices.below(256);
        }
        return flipped;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        choices.random().nextBytes(bytes);
        return bytes;
    }
}
