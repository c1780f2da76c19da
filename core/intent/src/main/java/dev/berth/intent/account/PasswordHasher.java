package dev.berth.intent.account;

/** Hashes passwords, slowly and with salt. */
public interface PasswordHasher {

    /** Returns a hash of {@code password}, different each time. */
    String hash(String password);

    /** Returns whether {@code hash} was made of {@code password}. */
    boolean matches(String password, String hash);
}
