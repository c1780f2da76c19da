package dev.berth.intent.login;

import dev.berth.model.Refusal;
import java.util.List;

/**
 * The providers that an operator has set up.
 *
 * @param all they, in his order
 */
public record Providers(List<LoginProvider> all) {

    public Providers {
        all = List.copyOf(all);
    }

    /** Returns what there is to choose from. */
    public List<LoginOption> options() {
        return all.stream().map(LoginProvider::option).toList();
    }

    /** Returns the one of that name; refuses where there is none. */
    LoginProvider named(String name) {
        return all.stream()
                .filter(provider -> provider.option().name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("login provider", name));
    }
}
