import Postgres

/// Makes the due collections of local days.
struct TaskPlanner {
    let session: PostgresSession
    let at: String
    /// Windows that have begun by then stay as they are; that of the last check, when `at` is earlier: what it left out was not due.
    let begun: String
    /// Nobody asked for windows that have begun, also on days that are planned for the first time.
    var isBeginning = false

    /// Makes the tasks of days that follow each other, or makes them anew when rules, holidays or registry are not what they were.
    /// - Returns: how many tasks were added, changed or taken away.
    func plan(_ days: [String]) throws -> Int {
        let planned = try days.compactMap { try plan($0) }
        guard let first = planned.first?.day, let last = planned.last?.day else { return 0 }
        // By the old statistics nothing is pending, and what is due would be looked for in all that ever was.
        try session.execute("ANALYZE ops.collection_task")
        try endBeforeTheNext(from: first, to: last, new: planned.filter(\.isNew).map(\.day))
        return planned.reduce(0) { $0 + $1.changed }
    }

    /// Has the tasks of a day belong to the street, community and unit that the registry names now for the beginning of their windows.
    /// - Returns: how many tasks moved.
    func affiliate(_ day: String) throws -> Int {
        try session.query(
            """
            WITH moved AS (
                UPDATE ops.collection_task AS k
                SET street_id = b.street_id, community_id = b.community_id, responsible_unit_id = b.responsible_unit_id
                FROM (
                    SELECT i.collection_point_id, i.waste_type, i.window_start, c.street_id, c.community_id, a.responsible_unit_id
                    FROM ops.collection_task AS i
                    LEFT JOIN registry.point_affiliation AS a
                        ON a.collection_point_id = i.collection_point_id AND a.valid @> i.window_start
                    LEFT JOIN registry.community AS c ON c.community_id = a.community_id
                    WHERE i.service_date = $1::date
                ) AS b
                WHERE k.service_date = $1::date AND k.collection_point_id = b.collection_point_id AND k.waste_type = b.waste_type
                    AND k.window_start = b.window_start
                    AND (k.street_id, k.community_id, k.responsible_unit_id)
                    IS DISTINCT FROM (b.street_id, b.community_id, b.responsible_unit_id)
                RETURNING 1
            ) SELECT count(*) AS n FROM moved
            """, [.text(day)])[0].int("n")
    }

    /// A window of one rule may reach into one that another rule makes, of the next day or after the point changed hands: it ends
    /// where that one begins, so that what is collected then belongs to one of them. One that has begun stays as it was, unless its day was
    /// made only now.
    private func endBeforeTheNext(from first: String, to last: String, new: [String]) throws {
        try session.query(
            """
            UPDATE ops.collection_task AS k
            SET window_end = least(k.window_end, n.next_start), deadline = n.next_start
            FROM (
                SELECT
                    i.service_date, i.collection_point_id, i.waste_type, i.window_start, i.deadline, i.outcome,
                    lead(i.window_start) OVER (PARTITION BY i.collection_point_id, i.waste_type ORDER BY i.window_start) AS next_start
                FROM ops.collection_task AS i
                WHERE i.service_date BETWEEN $1::date - 1 AND $2::date + 1
            ) AS n
            WHERE k.service_date = n.service_date AND k.collection_point_id = n.collection_point_id AND k.waste_type = n.waste_type
                AND k.window_start = n.window_start AND n.service_date <= $2::date AND n.outcome = 'pending'
                AND n.next_start < n.deadline
                AND (n.window_start > $3::timestamptz OR n.service_date = ANY ($4::date[]))
            """, [.text(first), .text(last), .text(begun), .text("{\(new.joined(separator: ","))}")])
    }

    /// - Returns: how many tasks were added, changed or taken away, and whether the day was made for the first time; nil when there was
    ///   nothing to look at.
    private func plan(_ day: String) throws -> (day: String, changed: Int, isNew: Bool)? {
        let state = try session.query(
            """
            SELECT f.fingerprint, d.fingerprint AS planned, f.is_over
            FROM (
                SELECT md5(concat_ws('|',
                    (SELECT string_agg(r::text, ';' ORDER BY r.collection_rule_id) FROM ops.collection_rule AS r),
                    (SELECT h::text FROM registry.holiday AS h WHERE h.day = $1::date),
                    (
                        SELECT string_agg(a.audit_id::text, ',')
                        FROM (
                            SELECT i.audit_id FROM registry.audit AS i
                            WHERE i.table_name IN ('bin', 'bin_placement', 'collection_point', 'community', 'point_affiliation')
                            ORDER BY i.audit_id DESC LIMIT 200
                        ) AS a
                    )
                )) AS fingerprint,
                $1::date < telemetry.local_day($2::timestamptz) AS is_over
            ) AS f
            LEFT JOIN ops.collection_day AS d ON d.service_date = $1::date
            """, [.text(day), .text(begun)])[0]
        let fingerprint = try state.text("fingerprint")
        let isFirst = state["planned"] == nil
        // All windows of a day that is over have begun.
        guard isFirst || state["planned"] != fingerprint, try isFirst || !state.bool("is_over") else { return nil }
        try makePlan(day)
        let changed = try write(day, isFirst: isFirst && !isBeginning)
        try session.query(
            """
            INSERT INTO ops.collection_day (service_date, planned_at, tasks, fingerprint)
            SELECT $1::date, $2::timestamptz, count(*), $3 FROM ops.collection_task WHERE service_date = $1::date
            ON CONFLICT (service_date) DO UPDATE
            SET planned_at = excluded.planned_at, tasks = excluded.tasks, fingerprint = excluded.fingerprint
            """, [.text(day), .text(at), .text(fingerprint)])
        return (day, changed, isFirst)
    }

    /// Every window in which a point has a bin for a waste type, by the most specific rule.
    private func makePlan(_ day: String) throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_plan (
                collection_point_id bigint, waste_type smallint, window_start timestamptz, window_end timestamptz,
                deadline timestamptz, collection_rule_id bigint, rule_code text, rule_specificity smallint, least_net_g integer,
                street_id bigint, community_id bigint, responsible_unit_id bigint
            ) ON COMMIT DELETE ROWS;
            DELETE FROM timeliness_plan
            """)
        let scopes = [
            "r.collection_point_id = d.collection_point_id", "r.responsible_unit_id = d.responsible_unit_id",
            "r.community_id = d.community_id", "r.street_id = d.street_id",
            "num_nonnulls(r.collection_point_id, r.responsible_unit_id, r.community_id, r.street_id) = 0",
        ]
        let candidates = scopes.map { scope in
            """
            SELECT d.*, r.collection_rule_id, r.code, r.specificity, r.fits, r.is_only, r.since
            FROM due AS d JOIN rule AS r ON \(scope) AND (r.waste_type IS NULL OR r.waste_type = d.waste_type)
            """
        }
        // How many ranges overlap a day is estimated far too low, and what is joined for each row then takes hours.
        try session.execute("SET LOCAL enable_nestloop = off")
        try session.query(
            """
            INSERT INTO timeliness_plan
            WITH day AS (
                SELECT
                    $1::date AS day,
                    ($1::date)::timestamp AT TIME ZONE telemetry.site_time_zone()       AS starts,
                    ($1::date + 1)::timestamp AT TIME ZONE telemetry.site_time_zone()   AS ends,
                    (SELECT h.kind FROM registry.holiday AS h WHERE h.day = $1::date)   AS holiday
            ),
            -- Who a point belongs to may change within the day: of each window counts the one of its beginning.
            belongs AS MATERIALIZED (
                SELECT a.collection_point_id, a.valid, a.responsible_unit_id, a.community_id, c.street_id
                FROM registry.point_affiliation AS a
                JOIN registry.community AS c ON c.community_id = a.community_id
                CROSS JOIN day AS d
                WHERE a.valid && tstzrange(d.starts, d.ends)
            ),
            placed AS MATERIALIZED (
                SELECT p.collection_point_id, b.waste_type, p.valid
                FROM registry.bin_placement AS p
                JOIN registry.bin AS b ON b.bin_id = p.bin_id
                JOIN registry.collection_point AS c ON c.collection_point_id = p.collection_point_id
                CROSS JOIN day AS d
                -- A window that begins on the day ends on the next one at most.
                WHERE p.valid && tstzrange(d.starts, d.ends + interval '1 day') AND b.valid @> d.day AND c.valid @> d.day
            ),
            standing AS MATERIALIZED (SELECT DISTINCT p.collection_point_id, p.waste_type FROM placed AS p),
            due AS MATERIALIZED (
                SELECT n.collection_point_id, n.waste_type, b.valid AS belongs_in, b.responsible_unit_id, b.community_id, b.street_id
                FROM standing AS n
                JOIN belongs AS b ON b.collection_point_id = n.collection_point_id
                UNION ALL
                SELECT n.collection_point_id, n.waste_type, NULL, NULL, NULL, NULL
                FROM standing AS n
                CROSS JOIN day AS d
                WHERE NOT EXISTS (
                    SELECT FROM belongs AS b
                    WHERE b.collection_point_id = n.collection_point_id AND b.valid @> tstzrange(d.starts, d.ends)
                )
            ),
            -- A rule for holidays alone is none on other days: it must not hide the rules below it.
            rule AS MATERIALIZED (
                SELECT
                    r.*, ops.rule_fits(r.weekdays, r.holidays, d.day, d.holiday) AS fits, r.holidays = 'only' AS is_only,
                    lower(r.valid) AS since
                FROM ops.collection_rule AS r
                CROSS JOIN day AS d
                WHERE r.valid @> d.day AND (r.holidays <> 'only' OR d.holiday = 'holiday')
            ),
            rule_window AS MATERIALIZED (
                SELECT r.collection_rule_id, r.least_net_g, w.window_start, w.window_end, w.deadline
                FROM rule AS r
                CROSS JOIN day AS d
                CROSS JOIN LATERAL ops.windows_on(d.day, r.windows, r.grace_min, telemetry.site_time_zone()) AS w
                WHERE r.fits
            ),
            chosen AS MATERIALIZED (
                SELECT DISTINCT ON (c.collection_point_id, c.waste_type, c.belongs_in) c.*
                FROM (\(candidates.joined(separator: "\nUNION ALL\n"))) AS c
                ORDER BY
                    c.collection_point_id, c.waste_type, c.belongs_in, c.specificity DESC, c.fits DESC, c.is_only DESC,
                    c.since DESC NULLS LAST, c.collection_rule_id DESC
            )
            SELECT
                c.collection_point_id, c.waste_type, w.window_start, w.window_end, w.deadline, c.collection_rule_id, c.code,
                c.specificity, w.least_net_g, c.street_id, c.community_id, c.responsible_unit_id
            FROM chosen AS c
            JOIN rule_window AS w ON w.collection_rule_id = c.collection_rule_id
            WHERE c.fits
                AND EXISTS (
                    SELECT FROM placed AS p
                    WHERE p.collection_point_id = c.collection_point_id AND p.waste_type = c.waste_type
                        AND p.valid && tstzrange(w.window_start, w.window_end)
                )
                AND CASE
                    WHEN c.belongs_in IS NOT NULL THEN c.belongs_in @> w.window_start
                    ELSE NOT EXISTS (
                        SELECT FROM belongs AS b
                        WHERE b.collection_point_id = c.collection_point_id AND b.valid @> w.window_start
                    )
                END
            """, [.text(day)])
        try session.execute("SET LOCAL enable_nestloop = on; ANALYZE timeliness_plan")
    }

    /// Brings the tasks to the plan: only windows that have not begun, unless the day is made for the first time and whole.
    private func write(_ day: String, isFirst: Bool) throws -> Int {
        let key = """
            k.service_date = $1::date AND k.collection_point_id = p.collection_point_id AND k.waste_type = p.waste_type
            AND k.window_start = p.window_start
            """
        var changed = 0
        if !isFirst {
            changed += try count(
                """
                WITH gone AS (
                    DELETE FROM ops.collection_task AS k
                    WHERE k.service_date = $1::date AND k.outcome = 'pending' AND k.window_start > $2::timestamptz
                        AND NOT EXISTS (SELECT FROM timeliness_plan AS p WHERE \(key))
                    RETURNING 1
                ) SELECT count(*) AS n FROM gone
                """, day)
            changed += try count(
                """
                WITH changed AS (
                    UPDATE ops.collection_task AS k
                    SET window_end = p.window_end, deadline = p.deadline, collection_rule_id = p.collection_rule_id,
                        rule_code = p.rule_code, rule_specificity = p.rule_specificity, least_net_g = p.least_net_g, street_id = p.street_id, community_id = p.community_id,
                        responsible_unit_id = p.responsible_unit_id
                    FROM timeliness_plan AS p
                    WHERE \(key) AND k.outcome = 'pending' AND k.window_start > $2::timestamptz
                        AND (k.window_end, k.deadline, k.collection_rule_id, k.rule_code, k.rule_specificity, k.least_net_g, k.street_id,
                            k.community_id, k.responsible_unit_id)
                        IS DISTINCT FROM (p.window_end, p.deadline, p.collection_rule_id, p.rule_code, p.rule_specificity,
                            p.least_net_g, p.street_id, p.community_id, p.responsible_unit_id)
                    RETURNING 1
                ) SELECT count(*) AS n FROM changed
                """, day)
        }
        // A new window that overlaps one that has begun is not due: the point is being served by the old one.
        let unbegun = """
            AND p.window_start > $2::timestamptz AND NOT EXISTS (
                SELECT FROM ops.collection_task AS b
                WHERE b.service_date BETWEEN $1::date - 1 AND $1::date AND b.collection_point_id = p.collection_point_id AND b.waste_type = p.waste_type
                    AND b.window_start < p.window_end AND b.window_end > p.window_start
                    AND (b.service_date = $1::date OR b.window_start <= $2::timestamptz)
            )
            """
        return try changed
            + count(
                """
                WITH added AS (
                    INSERT INTO ops.collection_task (
                        service_date, collection_point_id, waste_type, window_start, window_end, deadline, collection_rule_id,
                        rule_code, rule_specificity, least_net_g, street_id, community_id, responsible_unit_id
                    )
                    SELECT
                        $1::date, p.collection_point_id, p.waste_type, p.window_start, p.window_end, p.deadline, p.collection_rule_id,
                        p.rule_code, p.rule_specificity, p.least_net_g, p.street_id, p.community_id, p.responsible_unit_id
                    FROM timeliness_plan AS p
                    WHERE $2::timestamptz IS NOT NULL \(isFirst ? "" : unbegun)
                    ON CONFLICT DO NOTHING
                    RETURNING 1
                ) SELECT count(*) AS n FROM added
                """, day)
    }

    private func count(_ sql: String, _ day: String) throws -> Int {
        try session.query(sql, [.text(day), .text(begun)])[0].int("n")
    }
}
