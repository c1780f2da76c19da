package dev.berth.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.intent.login.LoginOption;
import dev.berth.intent.login.LoginProvider;
import dev.berth.intent.login.ProvenIdentity;
import dev.berth.intent.login.Return;
import dev.berth.intent.login.Ticket;
import dev.berth.model.Email;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** A provider of OpenID Connect, found by its issuer's address. */
public final class OidcProvider implements LoginProvider {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration METADATA_LASTS = Duration.ofHours(1);

    private final ClientSettings client;
    private final URI issuer;
    private final ProviderHttp http;
    private final Distrust distrust;
    private final Cached<Metadata> metadata;
    private final IdTokens idTokens;

    /** Creates it; nothing is asked before somebody logs in. */
    public OidcProvider(ClientSettings client, URI issuer, ProviderHttp http, InstantSource clock) {
        this.client = client;
        this.issuer = issuer;
        this.http = http;
        this.distrust = new Distrust(client.option().name());
        this.metadata = new Cached<>(this::discover, METADATA_LASTS, clock);
        this.idTokens = new IdTokens(this::keys, issuer, client.id(), distrust, clock);
    }

    @Override
    public LoginOption option() {
        return client.option();
    }

    @Override
    public URI authorization(Ticket ticket) {
        return Form.authorization(client, ticket)
                .with("nonce", ticket.nonce())
                .appendedTo(metadata.get().authorization());
    }

    @Override
    public ProvenIdentity prove(Return back, Ticket ticket) {
        if (!back.issuer().orElse(issuer.toString()).equals(issuer.toString())) {
            throw distrust.unproven("the browser came back from another issuer");
        }
        JsonNode tokens = redeem(back.code(), ticket);
        IdToken said = idTokens.check(ProviderAnswer.text(tokens, "id_token"), ticket);
        Optional<Email> email =
                said.tellsEmail() ? said.verifiedEmail() : userInfo(tokens, said.subject());
        return new ProvenIdentity(issuer.toString(), said.subject(), email);
    }

    private JsonNode redeem(String code, Ticket ticket) {
        Metadata where = metadata.get();
        Form form = Form.redemption(client, code, ticket);
        Optional<ClientSecret> inBody = client.secret().filter(_ -> where.secretInBody());
        Optional<ClientSecret> inHeader = client.secret().filter(_ -> !where.secretInBody());
        ProviderAnswer answer =
                http.post(
                        where.token(),
                        inBody.map(secret -> form.with("client_secret", secret.value()))
                                .orElse(form),
                        inHeader.map(this::basic),
                        distrust);
        if (answer.refused()) {
            throw distrust.unproven("token: status " + answer.status());
        }
        return answer.json("token", distrust);
    }

    private String basic(ClientSecret secret) {
        String pair = Form.encoded(client.id()) + ":" + Form.encoded(secret.value());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private Optional<Email> userInfo(JsonNode tokens, String subject) {
        return metadata.get().userInfo().flatMap(where -> userInfo(where, tokens, subject));
    }

    private Optional<Email> userInfo(URI where, JsonNode tokens, String subject) {
        Optional<String> token = Optional.of(AccessToken.in(tokens, distrust).value());
        JsonNode said = http.get(where, token, distrust).json("user info", distrust);
        if (!ProviderAnswer.text(said, "sub").equals(subject)) {
            throw distrust.unproven("user info: it is about another user");
        }
        return ProviderAnswer.isTrue(said, "email_verified")
                ? Email.parse(ProviderAnswer.text(said, "email"))
                : Optional.empty();
    }

    private Metadata discover() {
        String base = issuer.toString().replaceFirst("/$", "");
        URI where = URI.create(base + DISCOVERY);
        JsonNode published =
                http.get(where, Optional.empty(), distrust).json("discovery", distrust);
        return Metadata.of(published, issuer, distrust);
    }

    private List<JsonWebKey> keys() {
        ProviderAnswer answer = http.get(metadata.get().keys(), Optional.empty(), distrust);
        JsonNode keys = answer.json("keys", distrust).path("keys");
        if (!keys.isArray()) {
            throw distrust.away("keys: there are none");
        }
        return StreamSupport.stream(keys.spliterator(), false)
                .flatMap(key -> key(key).stream())
                .toList();
    }

    // of kinds that are not known, or broken: the others may do
    private static Optional<JsonWebKey> key(JsonNode key) {
        try {
            return Optional.of(JsonWebKey.Factory.newJwk(key.toString()));
        } catch (JoseException | ClassCastException broken) {
            return Optional.empty();
        }
    }
}
