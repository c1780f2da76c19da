package dev.berth.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds address, token and tenant: options first, then the environment, then what is kept. An
 * option that names a context counts more than all that the environment says.
 */
record Settings(GlobalOptions options, Map<String, String> environment, Console console) {

    /** Returns the address alone, for what needs no token. */
    Target address() {
        Place place = places().inForce();
        return new Target(url(place, found(place)), Optional.empty(), Optional.empty());
    }

    /** Returns the address to log in at; refuses where it would take the place of another. */
    Target newAddress() {
        Place place = places().inForce();
        Optional<Kept> kept = place.find();
        URI url = url(place, kept);
        if (!places().isNamed() && !isOf(url, kept) && kept.flatMap(Kept::url).isPresent()) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "context '%s' is the Berth at %s: give the one at %s a name, like --context other"
                            .formatted(place.name(), kept.flatMap(Kept::url).orElse(""), url));
        }
        return new Target(url, Optional.empty(), Optional.empty());
    }

    Target target() {
        Place place = places().inForce();
        Optional<Kept> all = found(place);
        URI url = url(place, all);
        // token and tenant go only to the server that they were given for
        Optional<Kept> kept = all.filter(found -> isOf(url, all));
        Optional<String> token =
                options.tokenFile()
                        .map(SecretFile::read)
                        .or(() -> variable("BERTH_TOKEN"))
                        .or(() -> kept.flatMap(Kept::token));
        Optional<String> tenant =
                options.tenant()
                        .or(() -> variable("BERTH_TENANT"))
                        .or(() -> kept.flatMap(Kept::tenant));
        return new Target(url, token.map(String::strip), tenant.map(String::strip));
    }

    /** Keeps address and token for the commands to come; returns where, and whether it is new. */
    Login keep(URI url, String token) {
        Place place = places().inForce();
        Optional<Kept> before = place.find();
        Optional<String> tenant =
                options.tenant()
                        .or(() -> before.filter(one -> isOf(url, before)).flatMap(Kept::tenant));
        place.write(new Kept(Optional.of(url.toString()), Optional.of(token), tenant));
        boolean made = before.isEmpty() && !place.name().equals(Place.HOME);
        if (made) {
            places().contexts().choose(place.name());
        }
        return new Login(url, place, made);
    }

    /** Keeps {@code token} no longer; returns whether it was kept. The address stays. */
    boolean forget(String token) {
        Place place = places().inForce();
        Optional<Kept> kept =
                place.find()
                        .filter(
                                one ->
                                        one.token()
                                                .map(String::strip)
                                                .filter(token::equals)
                                                .isPresent());
        kept.ifPresent(one -> place.write(one.withoutToken()));
        return kept.isPresent();
    }

    Places places() {
        return new Places(options, environment, console);
    }

    // what somebody names should be there, whatever else there is
    private static Optional<Kept> found(Place place) {
        Optional<Kept> kept = place.find();
        if (kept.isEmpty() && !place.name().equals(Place.HOME)) {
            throw place.noAddress();
        }
        return kept;
    }

    private URI url(Place place, Optional<Kept> kept) {
        return options.url()
                .or(() -> variable("BERTH_URL"))
                .or(() -> kept.flatMap(Kept::url))
                .map(Settings::address)
                .orElseThrow(place::noAddress);
    }

    private static boolean isOf(URI url, Optional<Kept> kept) {
        return kept.flatMap(Kept::url).map(Settings::address).filter(url::equals).isPresent();
    }

    private Optional<String> variable(String name) {
        return options.context().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static URI address(String text) {
        try {
            URI url = new URI(text.strip().replaceAll("/+$", ""));
            if (url.getHost() != null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException refusedBelow) {
            // said in the same words as an address of another kind
        }
        throw new Failure(
                ExitStatus.USAGE,
                "'%s' is not the address of a Berth: give one like http://127.0.0.1:9900"
                        .formatted(text));
    }
}
