package dev.berth.store;

/** The longer of what Inner says about workers. */
final class RecordStatements {

    /**
     * Ends versions that still load, all but the one that is wanted; none where another one is
     * wanted by now. Takes message, worker, version, worker, version.
     */
    static final String SUPERSEDE =
            """
            INSERT INTO version_status (version_id, phase, message)
            SELECT v.id, 'error', ? FROM versions v
                LEFT JOIN version_status s ON s.version_id = v.id
            WHERE v.worker_id = ? AND v.id <> ? AND coalesce(s.phase, 'loading') = 'loading'
                AND EXISTS (
                    SELECT FROM workers w JOIN releases r ON r.id = w.release_id
                    WHERE w.id = ? AND r.version_id = ?)
            ON CONFLICT (version_id) DO UPDATE SET phase = excluded.phase,
                message = excluded.message
            """;

    /** Finds the shares of traffic, and workers that have none. */
    static final String ROUTES =
            """
            SELECT w.id AS worker, s.release_id, s.weight, s.endpoints
            FROM workers w
                LEFT JOIN (releases r JOIN release_status s
                    ON s.release_id = r.id AND s.weight > 0) ON r.worker_id = w.id
            WHERE NOT w.deleted
            ORDER BY w.id, s.release_id
            """;

    private RecordStatements() {}
}
