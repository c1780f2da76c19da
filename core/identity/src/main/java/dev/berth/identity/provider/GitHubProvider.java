package dev.berth.identity.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.intent.login.LoginOption;
import dev.berth.intent.login.LoginProvider;
import dev.berth.intent.login.ProvenIdentity;
import dev.berth.intent.login.Return;
import dev.berth.intent.login.Ticket;
import dev.berth.model.Email;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** GitHub, or a GitHub Enterprise Server: OAuth 2, and an API to ask who it is. */
public final class GitHubProvider implements LoginProvider {

    private final ClientSettings client;
    private final String web;
    private final String api;
    private final ProviderHttp http;
    private final Distrust distrust;

    /** Creates it for the addresses of its pages and of its API. */
    public GitHubProvider(ClientSettings client, URI web, URI api, ProviderHttp http) {
        this.client = client;
        this.web = base(web);
        this.api = base(api);
        this.http = http;
        this.distrust = new Distrust(client.option().name());
    }

    @Override
    public LoginOption option() {
        return client.option();
    }

    @Override
    public URI authorization(Ticket ticket) {
        return Form.authorization(client, ticket)
                .appendedTo(URI.create(web + "/login/oauth/authorize"));
    }

    @Override
    public ProvenIdentity prove(Return back, Ticket ticket) {
        AccessToken token = redeem(back.code(), ticket);
        JsonNode id = ask("/user", token).path("id");
        // the name of an account may become another's, its number never
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            throw distrust.away("user: no id");
        }
        return new ProvenIdentity(web, Long.toString(id.longValue()), email(token));
    }

    private AccessToken redeem(String code, Ticket ticket) {
        Form form = Form.redemption(client, code, ticket);
        ProviderAnswer answer =
                http.post(
                        URI.create(web + "/login/oauth/access_token"),
                        client.secret()
                                .map(secret -> form.with("client_secret", secret.value()))
                                .orElse(form),
                        Optional.empty(),
                        distrust);
        if (answer.refused()) {
            throw distrust.unproven("token: status " + answer.status());
        }
        JsonNode tokens = answer.json("token", distrust);
        // GitHub says so with status 200
        if (tokens.has("error")) {
            throw distrust.unproven("token: refused");
        }
        return AccessToken.in(tokens, distrust);
    }

    private JsonNode ask(String path, AccessToken token) {
        return answer(path, token).json(path, distrust);
    }

    private ProviderAnswer answer(String path, AccessToken token) {
        return http.get(URI.create(api + path), Optional.of(token.value()), distrust);
    }

    // who is linked needs none, so that it may be a token that is not allowed to ask
    private Optional<Email> email(AccessToken token) {
        ProviderAnswer answer = answer("/user/emails?per_page=100", token);
        return answer.refused() ? Optional.empty() : email(answer.json("emails", distrust));
    }

    private static Optional<Email> email(JsonNode emails) {
        return StreamSupport.stream(emails.spliterator(), false)
                .filter(one -> ProviderAnswer.isTrue(one, "primary"))
                .filter(one -> ProviderAnswer.isTrue(one, "verified"))
                .findFirst()
                .flatMap(one -> Email.parse(ProviderAnswer.text(one, "email")));
    }

    private static String base(URI address) {
        return address.toString().replaceFirst("/$", "");
    }
}
