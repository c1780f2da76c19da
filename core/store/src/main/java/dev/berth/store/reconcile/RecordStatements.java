package dev.berth.store.reconcile;

/** The longer of what Inner says about workers. */
final class RecordStatements {

    /** Forgets a release of the latest claim's worker. Takes the release. */
    static final String FORGET =
            """
            , forgotten AS (
                DELETE FROM release_status s USING releases r, latest l
                WHERE s.release_id = ? AND r.id = s.release_id AND r.worker_id = l.worker_id
            )
            SELECT FROM latest
            """;

    /**
     * Ends versions of the latest claim's worker that still load, all but the one that is wanted;
     * none where another one is wanted by now. Takes message, version, version.
     */
    static final String SUPERSEDE =
            """
            , ended AS (
                INSERT INTO version_status (version_id, phase, message)
                SELECT v.id, 'error', ? FROM latest l
                    JOIN versions v ON v.worker_id = l.worker_id
                    LEFT JOIN version_status s ON s.version_id = v.id
                WHERE v.id <> ? AND coalesce(s.phase, 'loading') = 'loading'
                    AND EXISTS (
                        SELECT FROM workers w JOIN releases r ON r.id = w.release_id
                        WHERE w.id = l.worker_id AND r.version_id = ?)
                ON CONFLICT (version_id) DO UPDATE SET phase = excluded.phase,
                    message = excluded.message
            )
            SELECT FROM latest
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
