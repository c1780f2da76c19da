package dev.berth.cli;

import java.net.URI;

/** Where somebody logged in, where that is kept, and whether the context was made for it. */
record Login(URI url, Place place, boolean made) {

    String sentence() {
        return made
                ? "logged in at %s; commands go there by now, as context '%s'"
                        .formatted(url, place.name())
                : "logged in at %s; kept in '%s'".formatted(url, place.file());
    }

    Json json() {
        return Json.object().with("context", place.name()).with("url", url.toString());
    }
}
