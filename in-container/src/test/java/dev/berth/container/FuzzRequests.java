package dev.berth.container;

import dev.berth.container.OpenApi.Route;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes requests up for a gateway. */
record FuzzRequests(FuzzGateway gateway, FuzzScene scene, Choices choices) {

    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "OPTIONS",
                    "PROPFIND",
                    "get",
                    "A");

    /** A path that every server reads alike, and any query. */
    private static final Pattern PLAIN = Pattern.compile("(/[a-zA-Z0-9_-]+)+(\\?.*)?");

    FuzzRequest next() {
        return choices.once(15) ? new FuzzWire(choices).of(gateway.port()) : ofDocument();
    }

    private FuzzRequest ofDocument() {
        Route route = choices.oneOf(gateway.document().routes());
        // a third is to be done, the rest to be refused
        boolean spoils = !choices.once(3);
        int odds = spoils ? choices.oneOf(List.of(0, 3, 10)) : 0;
        FuzzValues values = new FuzzValues(gateway.document().document(), scene, choices, odds);
        boolean astray = spoils && choices.once(12);
        FuzzTargets targets = new FuzzTargets(values, scene, choices, spoils);
        String target = astray ? targets.astray(route) : targets.of(route);
        byte[] body = new FuzzBodies(values, scene, choices, spoils).of(route);
        List<String> headers =
                new FuzzHeaders(scene, choices, spoils)
                        .of(route, gateway.port(), target, body, proof());
        boolean other = spoils && choices.once(20);
        String method = other ? choices.oneOf(METHODS) : route.method();
        boolean sure = !astray && !other && PLAIN.matcher(target).matches();
        return FuzzRequest.of(
                sure ? Optional.of(route) : Optional.empty(), method, target, headers, body);
    }

    /** Returns who asks; nothing for nobody. */
    private List<String> proof() {
        if (choices.once(6)) {
            return List.of();
        }
        if (choices.once(30)) {
            return List.of(
                    "Authorization",
                    choices.oneOf(
                            List.of(
                                    "Bearer",
                                    "Bearer \u00e9",
                                    "Bearer " + "a".repeat(5_000),
                                    "Basic YTpi",
                                    "bt_" + "a".repeat(43),
                                    "")));
        }
        boolean user = gateway.isOuter() || choices.once(10);
        String token = user ? choices.oneOf(scene.tokens()) : gateway.token();
        return List.of("Authorization", "Bearer " + token);
    }
}
