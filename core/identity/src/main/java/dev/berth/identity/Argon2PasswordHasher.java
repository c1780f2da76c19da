package dev.berth.identity;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.berth.intent.account.PasswordHasher;

/** Hashes passwords by Argon2id; a hash says by which cost it was made. */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function function;

    /** Creates one whose hashes cost that much. */
    public Argon2PasswordHasher(Argon2Cost cost) {
        this.function =
                Argon2Function.getInstance(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        HASH_BYTES,
                        Argon2.ID);
    }

    @Override
    public String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    @Override
    public boolean matches(String password, String hash) {
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } catch (BadParametersException noHash) {
            return false;
        }
    }
}
