package dev.berth.identity.provider;

/** What Berth proves itself by to a provider. Never prints itself. */
public record ClientSecret(String value) {

    @Override
    public String toString() {
        return "ClientSecret[***]";
    }
}
