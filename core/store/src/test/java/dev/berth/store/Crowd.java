package dev.berth.store;

import dev.berth.model.Configuration;
import dev.berth.store.World.Tenant;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.SealedConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Fills a database with many deployed workers, fast. */
public final class Crowd {

    private static final String CONFIG =
            """
            INSERT INTO config_revisions (tenant_id, worker_id, key_id, data_key, nonce, ciphertext,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, now())
            """;
    private static final String RELEASES =
            """
            INSERT INTO releases (tenant_id, worker_id, version_id, config_id, created_at)
            SELECT v.tenant_id, v.worker_id, v.id, c.id, now()
            FROM versions v JOIN config_revisions c ON c.worker_id = v.worker_id
            WHERE v.worker_id > lpad(to_hex(%d), 8, '0')
            """;
    private static final String WANTED =
            """
            UPDATE workers w SET release_id = r.id, generation = 2
            FROM releases r WHERE r.worker_id = w.id AND w.id > lpad(to_hex(%d), 8, '0')
            """;
    private static final String TASKS =
            """
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at)
            SELECT gen_random_uuid(), 'worker.deploy', tenant_id, id, 2, 'bulk', now()
            FROM workers WHERE id > lpad(to_hex(%d), 8, '0') ORDER BY id
            """;

    private final World world;
    private int count;

    public Crowd(World world) {
        this.world = world;
    }

    /** Adds workers with a task each, and returns their ids in the order of their tasks. */
    public List<String> add(Tenant tenant, String runtime, int more) {
        int before = count;
        count += more;
        world.sql(
                """
            INSERT INTO workers
            SELECT lpad(to_hex(i), 8, '0'), '%s', '%s', 'w' || i, '1', '1Gi', '1Gi', 0, 1, '',
                'recreate', '%s', NULL, 1, false, '%s', now()
            FROM generate_series(%d, %d) AS i
            """
                        .formatted(
                                tenant.id(),
                                tenant.project(),
                                runtime,
                                tenant.user(),
                                before + 1,
                                count));
        List<String> ids =
                IntStream.rangeClosed(before + 1, count).mapToObj("%08x"::formatted).toList();
        world.sql(
                """
            INSERT INTO versions (tenant_id, worker_id, image, command, port, replicas, strategy,
                commit_sha, created_by, created_at)
            SELECT tenant_id, id, 'web', '[]', 80, 1, 'recreate', '', created_by, now()
            FROM workers WHERE id > lpad(to_hex(%d), 8, '0')
            """
                        .formatted(before));
        configure(tenant, ids);
        List.of(RELEASES, WANTED, TASKS).forEach(text -> world.sql(text.formatted(before)));
        return ids;
    }

    private void configure(Tenant tenant, List<String> ids) {
        ConfigCipher cipher = new ConfigCipher(World.KEY);
        try (Connection superuser = world.database.superuser().getConnection();
                PreparedStatement insert = superuser.prepareStatement(CONFIG)) {
            superuser.setAutoCommit(false);
            for (String id : ids) {
                SealedConfig sealed = cipher.seal(tenant.id().value(), id, Configuration.NONE);
                insert.setObject(1, tenant.id().value());
                insert.setString(2, id);
                insert.setString(3, sealed.keyId());
                insert.setBytes(4, sealed.dataKey().orElseThrow());
                insert.setBytes(5, sealed.nonce());
                insert.setBytes(6, sealed.ciphertext());
                insert.addBatch();
            }
            insert.executeBatch();
            superuser.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot configure workers", e);
        }
    }
}
