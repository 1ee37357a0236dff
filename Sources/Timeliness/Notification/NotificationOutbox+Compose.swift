extension NotificationOutbox {
    /// As what a row of `ops.warning_notice` is told: a licence or a verification that has ended is a new matter, whatever its warning was before.
    static func event(_ notice: String) -> String {
        "CASE WHEN \(notice).event = 'revised' AND \(notice).cause = 'expired' THEN 'raised' ELSE \(notice).event END"
    }

    /// $1 channel, $2 now, $3 seconds that a group gathers, $4 most subjects of a message. Gives `made`.
    static let compose = """
        WITH waiting AS (
            SELECT i.event_id, i.is_held, i.created_at, n.warning_id, n.kind, \(event("n")) AS event, n.cause, n.street_code, n.street_name,
                n.subject_code, n.subject_name, n.detail, n.window_text, l.is_over
            FROM ops.notification_item AS i
            JOIN ops.warning_notice AS n ON n.event_id = i.event_id
            CROSS JOIN LATERAL (
                SELECT e.state NOT IN ('raised', 'unconfirmed', 'acknowledged', 'handled') AS is_over
                FROM ops.warning_event AS e
                WHERE e.warning_id = i.warning_id
                    AND e.event_id <= (SELECT c.last_event_id FROM ops.notification_cursor AS c WHERE c.channel = $1)
                ORDER BY e.seq DESC LIMIT 1
            ) AS l
            WHERE i.channel = $1 AND i.notification_id IS NULL AND i.settled_at IS NULL
        ), ordered AS (
            SELECT w.*,
                row_number() OVER (PARTITION BY w.warning_id ORDER BY w.event_id DESC) AS nth_last,
                CASE WHEN o.untold < min(w.event_id) OVER (PARTITION BY w.warning_id) THEN \(event("u"))
                    ELSE first_value(w.event) OVER (PARTITION BY w.warning_id ORDER BY w.event_id) END AS first_event,
                bool_or(w.is_held) OVER (PARTITION BY w.warning_id) AS was_held,
                min(w.created_at) OVER (PARTITION BY w.warning_id) AS since,
                max(w.event_id) FILTER (WHERE w.event IN ('raised', 'unconfirmed')) OVER (PARTITION BY w.warning_id) AS last_raised,
                o.last_told
            FROM waiting AS w
            -- A message that was given up told nobody anything.
            CROSS JOIN LATERAL (
                SELECT max(t.event_id) FILTER (WHERE n.state NOT IN ('failed', 'regrouped')) AS last_told,
                    min(t.event_id) FILTER (WHERE n.state IN ('failed', 'regrouped')) AS untold
                FROM ops.notification_item AS t
                JOIN ops.notification AS n ON n.notification_id = t.notification_id
                WHERE t.channel = $1 AND t.warning_id = w.warning_id
            ) AS o
            LEFT JOIN ops.warning_notice AS u ON u.event_id = o.untold
        ), mapped AS (
            -- The last event is told; before it what was raised and stands, or nobody knows what was acknowledged. Of what is over
            -- nothing is told that is older than what was told, nor anything when nobody was told that it was raised.
            SELECT o.*, is_over AND coalesce(last_told > event_id, first_event IN ('raised', 'unconfirmed')) AS is_settled,
                min(event_id) FILTER (WHERE nth_last = 1 OR NOT is_over AND event_id = last_raised) OVER (
                    PARTITION BY warning_id ORDER BY event_id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
                ) AS told_by
            FROM ordered AS o
        ), told AS (
            SELECT m.* FROM mapped AS m WHERE told_by = event_id
        ), keyed AS (
            SELECT t.*, concat_ws(E'\\x1f', kind, coalesce(street_code, '')) AS topic,
                concat_ws(
                    E'\\x1f', kind, coalesce(street_code, ''), CASE WHEN is_settled THEN first_event ELSE event END, was_held,
                    CASE WHEN NOT was_held THEN window_text END
                ) AS group_key
            FROM told AS t
        ), ripe AS (
            SELECT k.*,
                row_number() OVER (PARTITION BY k.group_key, k.is_settled ORDER BY k.window_text, k.subject_code, k.warning_id) AS nth
            FROM keyed AS k
            JOIN (
                SELECT group_key FROM keyed GROUP BY group_key
                HAVING min(since) <= $2::timestamptz - make_interval(secs => $3::float8)
            ) AS g ON g.group_key = k.group_key
        ), windows AS (
            SELECT group_key, count(*) AS window_count, jsonb_agg(window_text ORDER BY window_text) FILTER (WHERE nth <= 3) AS windows
            FROM (
                SELECT group_key, window_text, row_number() OVER (PARTITION BY group_key ORDER BY window_text) AS nth
                FROM ripe WHERE NOT is_settled AND window_text IS NOT NULL GROUP BY group_key, window_text
            ) AS w GROUP BY group_key
        ), causes AS (
            SELECT group_key, jsonb_agg(jsonb_build_object('cause', cause, 'count', n) ORDER BY n DESC, cause) AS causes
            FROM (
                SELECT group_key, coalesce(cause, '') AS cause, count(*) AS n FROM ripe WHERE NOT is_settled GROUP BY group_key, 2
            ) AS c GROUP BY group_key
        ), grouped AS (
            SELECT group_key, min(event_id) AS first_event_id, min(topic) AS topic, min(kind) AS kind,
                min(event) FILTER (WHERE NOT is_settled) AS event,
                min(street_code) AS street_code, min(street_name) AS street_name, bool_or(was_held) AS was_held,
                count(*) FILTER (WHERE NOT is_settled) AS total, count(*) FILTER (WHERE is_settled) AS settled,
                jsonb_agg(
                    jsonb_strip_nulls(jsonb_build_object(
                        'warning', warning_id, 'code', coalesce(subject_code, ''), 'name', coalesce(subject_name, ''),
                        'detail', detail, 'cause', cause, 'window', window_text
                    )) ORDER BY nth
                ) FILTER (WHERE NOT is_settled AND nth <= $4) AS subjects
            FROM ripe GROUP BY group_key
        ), made AS (
            INSERT INTO ops.notification (channel, topic, group_key, created_at, due_at, content)
            SELECT $1, g.topic, g.group_key, $2::timestamptz, $2::timestamptz, jsonb_strip_nulls(jsonb_build_object(
                'kind', g.kind, 'event', g.event,
                'street', CASE WHEN g.street_code IS NOT NULL THEN
                    jsonb_build_object('code', g.street_code, 'name', coalesce(g.street_name, '')) END,
                'windows', coalesce(w.windows, '[]'), 'windowCount', coalesce(w.window_count, 0), 'total', g.total,
                'causes', c.causes, 'subjects', g.subjects, 'settled', g.settled, 'wasHeld', g.was_held
            ))
            FROM grouped AS g
            LEFT JOIN windows AS w ON w.group_key = g.group_key
            LEFT JOIN causes AS c ON c.group_key = g.group_key
            WHERE g.total > 0
            -- In this order they are sent: what was raised before what became of it.
            ORDER BY g.event NOT IN ('raised', 'unconfirmed'), g.first_event_id
            RETURNING notification_id, group_key
        ), linked AS (
            UPDATE ops.notification_item AS i
            SET notification_id = m.notification_id, settled_at = CASE WHEN m.notification_id IS NULL THEN $2::timestamptz END
            FROM mapped AS w
            JOIN ripe AS r ON r.event_id = w.told_by
            LEFT JOIN made AS m ON m.group_key = r.group_key
            WHERE i.channel = $1 AND i.event_id = w.event_id
        )
        SELECT count(*) AS made FROM made
        """
}
