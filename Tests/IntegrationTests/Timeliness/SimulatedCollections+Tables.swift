import Foundation
import Postgres
import Testing
import Timeliness

/// What the job wrote.
extension SimulatedCollections {
    /// Tasks of the day and of the night before, and their warnings, as ``Expected`` says them.
    func judged() throws -> [String] {
        try database.query(
            """
            SELECT concat_ws(' ', p.code, y.code, \(Self.utc("k.window_start")), k.outcome, coalesce(k.cause, '-'), coalesce(k.evidence_kind, '-'),
                coalesce(n.state, '-'), coalesce(e.cause, '-'),
                CASE WHEN n.cause IS DISTINCT FROM k.cause THEN 'but warned of ' || coalesce(n.cause, 'no cause') END) AS line
            FROM ops.collection_task AS k
            JOIN registry.collection_point AS p ON p.collection_point_id = k.collection_point_id
            JOIN registry.waste_type AS y ON y.waste_type = k.waste_type
            LEFT JOIN ops.warning_now AS n ON n.kind = 'late_collection' AND n.service_date = k.service_date
                AND n.collection_point_id = k.collection_point_id AND n.waste_type = k.waste_type
                AND n.window_start = k.window_start
            LEFT JOIN ops.warning_event AS e ON e.warning_id = n.warning_id AND e.seq = 1
            WHERE k.window_start >= '\(Self.dayBefore) 22:00+08' AND k.service_date <= '\(Self.day)'
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    /// Every warning of a collection so far and what it was raised for: `point waste start cause`.
    func raised() throws -> [String] {
        try database.query(
            """
            SELECT concat_ws(' ', p.code, y.code, \(Self.utc("w.window_start")), e.cause) AS line
            FROM ops.warning AS w
            JOIN ops.warning_event AS e ON e.warning_id = w.warning_id AND e.seq = 1
            JOIN registry.collection_point AS p ON p.collection_point_id = w.collection_point_id
            JOIN registry.waste_type AS y ON y.waste_type = w.waste_type
            WHERE w.kind = 'late_collection'
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    private static func utc(_ instant: String) -> String {
        "to_char(\(instant) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    }

    /// `duty outcome states` of each of the four people.
    func duties() throws -> [String] {
        try database.query(
            """
            SELECT concat_ws(' ', u.code, t.outcome, w.kind, (
                SELECT string_agg(concat_ws(' ', e.state, e.cause), ', ' ORDER BY e.seq) FROM ops.warning_event AS e
                WHERE e.warning_id = w.warning_id
            )) AS line
            FROM ops.duty_task AS t
            JOIN registry.duty AS u ON u.duty_id = t.duty_id
            LEFT JOIN ops.warning AS w ON w.kind LIKE 'duty%' AND split_part(w.subject, '/', 1) = u.code
            ORDER BY u.code
            """
        ).map { $0["line"] ?? "" }
    }

    /// Everything that the job wrote about days up to the day of the simulation, or the two after it as well, but for numbers and the times of
    /// writing.
    func tables(withDaysAfter: Bool = true) throws -> [String] {
        let last = withDaysAfter ? "2025-03-05" : Self.day
        return try database.query(
            """
            SELECT 'task ' || k::text AS line FROM ops.collection_task AS k WHERE k.service_date <= '\(last)'
            UNION ALL
            -- Days to come are planned by the first check of the day before, whenever that is.
            SELECT 'day ' || (to_jsonb(d) - CASE WHEN d.service_date > '\(Self.day)' THEN 'planned_at' ELSE '' END)::text
            FROM ops.collection_day AS d WHERE d.service_date <= '\(last)'
            UNION ALL
            SELECT 'duty ' || t::text FROM ops.duty_task AS t WHERE t.service_date <= '\(last)'
            UNION ALL
            SELECT 'warning ' || (to_jsonb(w) - 'warning_id')::text FROM ops.warning AS w WHERE w.service_date <= '\(last)'
            UNION ALL
            SELECT 'event ' || w.kind || w.subject || (to_jsonb(e) - 'warning_id' - 'event_id' - 'written_at')::text
            FROM ops.warning_event AS e JOIN ops.warning AS w ON w.warning_id = e.warning_id WHERE w.service_date <= '\(last)'
            UNION ALL
            SELECT 'told ' || w.kind || w.subject || ' ' || e.seq
            FROM ops.notification_item AS i
            JOIN ops.warning_event AS e ON e.event_id = i.event_id
            JOIN ops.warning AS w ON w.warning_id = e.warning_id
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    /// As before the first check. The owner of the register may not empty it, so it grants itself that first.
    func forgetChecks() throws {
        try database.execute(
            """
            GRANT TRUNCATE ON ops.warning, ops.warning_event TO CURRENT_USER;
            TRUNCATE ops.collection_task, ops.collection_day, ops.duty_task, ops.warning, ops.warning_event, ops.timeliness_watermark,
                ops.notification, ops.notification_item, ops.notification_attempt, ops.notification_cursor;
            -- The channel was set up before anything happened.
            INSERT INTO ops.notification_cursor (channel, last_event_id) VALUES ('log', 0)
            """)
    }

    // MARK: Messages

    /// Has `senders` at once tell what there is to tell at a moment, into a log.
    func tell(at moment: String, senders: Int = 1) async throws {
        let setup = NotificationSetup(channels: [
            NotificationChannel(name: "log", form: .log, perMinute: 100_000, pointLimit: 100_000)
        ])
        try await withThrowingTaskGroup { group in
            for number in 0..<senders {
                group.addTask {
                    let connection = self.database.connection()
                    let sender = NotificationSender(
                        setup, connection: connection, client: WebhookClient(), name: "sender-\(number)",
                        logger: TestDatabase.logger, clock: { try OutboxTime.at(moment, $0) })
                    try await sender.collect()
                    _ = try await sender.serve(setup.channels[0], gatherSeconds: 0)
                    await connection.close()
                }
            }
            try await group.waitForAll()
        }
    }

    /// What is wrong with the messages, in words: each event is in one, each message names or counts the warnings of its events, and each open
    /// warning is named once as it stands.
    func messageFaults() throws -> [String] {
        try database.query(
            """
            SELECT format('event %s of warning %s: %s items', n.event, n.warning_id, count(i.event_id)) AS line
            FROM ops.warning_notice AS n
            LEFT JOIN ops.notification_item AS i ON i.event_id = n.event_id
            WHERE n.event IN ('raised', 'unconfirmed', 'withdrawn')
            GROUP BY n.event, n.warning_id, n.event_id HAVING count(i.event_id) <> 1
            UNION ALL
            SELECT format('event %s waits', i.event_id) FROM ops.notification_item AS i WHERE i.notification_id IS NULL AND i.settled_at IS NULL
            UNION ALL
            SELECT format('message %s is %s after %s attempts', m.notification_id, m.state, m.attempts)
            FROM ops.notification AS m WHERE m.state <> 'sent' OR m.attempts <> 1
            UNION ALL
            -- Of a group those are only counted that were over before anything was sent.
            SELECT format('message %s names %s and counts %s, and its items are of %s', m.notification_id, s.warnings,
                m.content ->> 'settled', i.warnings)
            FROM ops.notification AS m
            CROSS JOIN LATERAL (
                SELECT array_agg((x ->> 'warning')::bigint) AS warnings FROM jsonb_array_elements(m.content -> 'subjects') AS x
            ) AS s
            CROSS JOIN LATERAL (
                SELECT array_agg(DISTINCT i.warning_id) AS warnings
                FROM ops.notification_item AS i WHERE i.notification_id = m.notification_id
            ) AS i
            WHERE NOT s.warnings <@ i.warnings
                OR cardinality(i.warnings) <> cardinality(s.warnings) + (m.content ->> 'settled')::integer
            UNION ALL
            SELECT format('open warning %s is named by %s messages of its state', w.warning_id, count(m.event))
            FROM ops.warning_now AS w
            LEFT JOIN (
                SELECT (x ->> 'warning')::bigint AS warning_id, m.content ->> 'event' AS event
                FROM ops.notification AS m CROSS JOIN LATERAL jsonb_array_elements(m.content -> 'subjects') AS x
            ) AS m ON m.warning_id = w.warning_id AND m.event = w.state
            WHERE w.is_open
            GROUP BY w.warning_id HAVING count(m.event) <> 1
            """
        ).map { $0["line"] ?? "" }
    }
}
