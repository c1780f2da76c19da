package dev.berth.store.account;

import dev.berth.intent.account.TokenHash;
import dev.berth.intent.account.TokenHolder;
import dev.berth.model.Caller;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.TenantId;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Translates tokens to rows and back. */
final class TokenMapper {

    private static final String BETWEEN = " ";

    private TokenMapper() {}

    static TokenRow row(UserId user, Token token, TokenHash hash) {
        TokenRow row = new TokenRow();
        row.id = token.id().value();
        row.userId = user.value();
        row.name = token.name();
        row.sha256 = hash.bytes();
        row.scopes = String.join(BETWEEN, token.rights().words());
        row.createdAt = token.createdAt();
        row.expiresAt = token.rights().until().orElse(null);
        return row;
    }

    static Token token(TokenRow row) {
        return new Token(
                new TokenId(row.id),
                row.name,
                new Rights(scopes(row.scopes), Optional.ofNullable(row.expiresAt)),
                row.createdAt,
                Optional.ofNullable(row.lastUsedAt));
    }

    static TokenHolder holder(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Token token =
                new Token(
                        new TokenId(columns.id("token")),
                        columns.text("name"),
                        new Rights(
                                scopes(columns.text("scopes")),
                                columns.optionalMoment("expires_at")),
                        columns.moment("created_at"),
                        columns.optionalMoment("last_used_at"));
        return new TokenHolder(
                token,
                new Caller(
                        new UserId(columns.id("id")),
                        columns.text("email"),
                        new TenantId(columns.id("tenant")),
                        Words.read(Role.class, columns.text("role")),
                        Optional.empty(),
                        token.rights()));
    }

    private static Set<Scope> scopes(String words) {
        return Arrays.stream(words.split(BETWEEN))
                .map(word -> Scope.parse(word).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
