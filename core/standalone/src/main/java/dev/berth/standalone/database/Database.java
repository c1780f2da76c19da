package dev.berth.standalone.database;

import dev.berth.standalone.home.Secrets;
import dev.berth.store.RolePasswords;

/** The database of the control plane. */
public sealed interface Database permits OwnDatabase, ExternalDatabase {

    /** What Outer, Inner and the migrations find it at: holds no password. */
    String url();

    /** Makes roles, database and tables, with the passwords of the secrets. Idempotent. */
    void prepare();

    static RolePasswords passwords(Secrets secrets) {
        return new RolePasswords(
                secrets.value(Secrets.OWNER),
                secrets.value(Secrets.OUTER),
                secrets.value(Secrets.INNER));
    }
}
