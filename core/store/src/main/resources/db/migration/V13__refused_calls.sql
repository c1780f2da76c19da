-- Who calls Inner without its token leaves a line, too. Inner writes no others, and nobody fills the
-- log by calling: one line a minute for each address, 60 for all.

CREATE FUNCTION note_refused_call(method text, path text, source text, request_id text)
    RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO audit_log (source, request_id, operation, target_kind, target_id, changes, outcome,
                           status)
    SELECT $3, $4, 'inner.call', 'path', left($2, 200),
           jsonb_build_object('method', left($1, 20)), 'refused', 401
    FROM (SELECT count(*) AS noted, count(*) FILTER (WHERE a.source = $3) AS of_source
          FROM audit_log a
          WHERE a.at > clock_timestamp() - interval '1 minute' AND a.operation = 'inner.call') AS l
    WHERE l.noted < 60 AND l.of_source = 0
$$;

GRANT EXECUTE ON FUNCTION note_refused_call TO berth_inner;
