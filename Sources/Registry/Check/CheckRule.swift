/// A rule of the quality report: a query of `subject, detail` over the common table `given (at, span, silence)`.
package struct CheckRule: Sendable {
    package let name: String
    package let meaning: String
    let query: String
    /// A table without which there is nothing to ask.
    var table: String?

    package static let all: [CheckRule] = [
        CheckRule(
            name: "point-without-tag", meaning: "a collection point in service at which no bin has a tag",
            query: """
                SELECT p.code AS subject, p.name || ': no bin with a tag' AS detail
                FROM registry.collection_point AS p, given AS g
                WHERE p.valid @> telemetry.local_day(g.at) AND NOT EXISTS (
                    SELECT FROM registry.bin_placement AS b JOIN registry.tag_binding AS t ON t.bin_id = b.bin_id
                    WHERE b.collection_point_id = p.collection_point_id AND b.valid @> g.at AND t.valid @> g.at
                )
                """),
        CheckRule(
            name: "point-without-place", meaning: "a collection point or station in service without coordinates",
            query: """
                SELECT code AS subject, name || ': no coordinates' AS detail
                FROM (
                    SELECT code, name, place, valid FROM registry.collection_point
                    UNION ALL SELECT code, name, place, valid FROM registry.station
                ) AS p, given AS g
                WHERE p.valid @> telemetry.local_day(g.at) AND p.place IS NULL
                """),
        CheckRule(
            name: "point-without-community", meaning: "a collection point in service that belongs to no community",
            query: """
                SELECT p.code AS subject, p.name || ': belongs to no community' AS detail
                FROM registry.collection_point AS p, given AS g
                WHERE p.valid @> telemetry.local_day(g.at) AND NOT EXISTS (
                    SELECT FROM registry.point_affiliation AS a
                    WHERE a.collection_point_id = p.collection_point_id AND a.valid @> g.at
                )
                """),
        CheckRule(
            name: "point-outside-community", meaning: "a collection point that is not in the area of its community",
            query: """
                SELECT p.code AS subject,
                    format('%s: %s m outside %s %s', p.name,
                        round(ST_Distance(p.place::geography, c.area::geography)), c.code, c.name) AS detail
                FROM registry.collection_point AS p
                CROSS JOIN given AS g
                JOIN registry.point_affiliation AS a ON a.collection_point_id = p.collection_point_id AND a.valid @> g.at
                JOIN registry.community AS c ON c.community_id = a.community_id
                WHERE p.valid @> telemetry.local_day(g.at) AND NOT ST_Covers(c.area, p.place)
                """),
        CheckRule(
            name: "tag-unknown", meaning: "a tag that was read or lifted, but bound to nothing at that time",
            query: """
                SELECT tag AS subject, format('%s times, last at %s by terminal %s', count(*),
                    to_char(max(recorded_at) AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI'),
                    (array_agg(number ORDER BY recorded_at DESC))[1]) AS detail
                FROM (
                    SELECT format('%s %s', CASE s.tag_tech WHEN 1 THEN 'lf' WHEN 2 THEN 'fdx_b' WHEN 3 THEN 'hf'
                            WHEN 4 THEN 'uhf_epc' WHEN 0 THEN 'other' ELSE s.tag_tech::text END,
                        upper(encode(s.tag_id, 'hex'))) AS tag, s.recorded_at, t.number
                    FROM given AS g
                    CROSS JOIN LATERAL (
                        SELECT terminal_id, recorded_at, tag_tech, tag_id FROM telemetry.tag_read
                        WHERE recorded_at > g.at - g.span AND recorded_at <= g.at
                        UNION ALL
                        SELECT terminal_id, recorded_at, tag_tech, tag_id FROM telemetry.lift
                        WHERE recorded_at > g.at - g.span AND recorded_at <= g.at
                        UNION ALL
                        SELECT terminal_id, recorded_at, tag_tech, tag_id FROM telemetry.station_weighing
                        WHERE recorded_at > g.at - g.span AND recorded_at <= g.at
                    ) AS s
                    LEFT JOIN registry.terminal AS t ON t.terminal_id = s.terminal_id
                    WHERE octet_length(s.tag_id) > 0 AND NOT EXISTS (
                        SELECT FROM registry.tag_binding AS b
                        WHERE b.tag_id = s.tag_id AND b.tag_tech = s.tag_tech AND b.valid @> s.recorded_at
                    )
                ) AS seen GROUP BY tag
                """),
        CheckRule(
            name: "terminal-silent", meaning: "an active terminal, mounted somewhere, whose data stopped or never came",
            query: """
                SELECT t.number AS subject, format('%s: %s', coalesce(v.plate_no, s.name, f.name),
                    coalesce('silent since ' || to_char(seen.last_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI'),
                        'never seen')) AS detail
                FROM registry.terminal AS t
                CROSS JOIN given AS g
                JOIN registry.terminal_mount AS m ON m.terminal_id = t.terminal_id AND m.valid @> g.at
                LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
                LEFT JOIN registry.station AS s ON s.station_id = m.station_id
                LEFT JOIN registry.disposal_facility AS f ON f.disposal_facility_id = m.disposal_facility_id
                CROSS JOIN LATERAL (
                    SELECT greatest(
                        (SELECT max(recorded_at) FROM telemetry.fix WHERE terminal_id = t.terminal_id AND recorded_at <= g.at),
                        (SELECT max(recorded_at) FROM telemetry.tag_read WHERE terminal_id = t.terminal_id AND recorded_at <= g.at),
                        (SELECT max(recorded_at) FROM telemetry.lift WHERE terminal_id = t.terminal_id AND recorded_at <= g.at),
                        (SELECT max(recorded_at) FROM telemetry.station_weighing
                            WHERE terminal_id = t.terminal_id AND recorded_at <= g.at),
                        (SELECT max(received_at) FROM telemetry.message WHERE terminal_id = t.terminal_id AND received_at <= g.at)
                    ) AS last_at
                ) AS seen
                WHERE t.status = 'active' AND (seen.last_at IS NULL OR seen.last_at < g.at - g.silence)
                """),
        CheckRule(
            name: "terminal-unmounted", meaning: "an active terminal that is mounted nowhere and nobody's badge",
            query: """
                SELECT t.number AS subject, 'mounted nowhere' AS detail FROM registry.terminal AS t, given AS g
                WHERE t.status = 'active' AND NOT EXISTS (
                    SELECT FROM registry.terminal_mount AS m WHERE m.terminal_id = t.terminal_id AND m.valid @> g.at
                    UNION ALL
                    SELECT FROM registry.badge_binding AS b WHERE b.terminal_id = t.terminal_id AND b.valid @> g.at
                    UNION ALL
                    SELECT FROM registry.duty AS d WHERE d.terminal_id = t.terminal_id AND d.valid @> telemetry.local_day(g.at)
                )
                """),
        CheckRule(
            name: "vehicle-without-terminal", meaning: "a vehicle in service that carries no terminal",
            query: """
                SELECT v.plate_no AS subject, v.kind || ': no terminal' AS detail FROM registry.vehicle AS v, given AS g
                WHERE v.valid @> telemetry.local_day(g.at) AND NOT EXISTS (
                    SELECT FROM registry.terminal_mount AS m WHERE m.vehicle_id = v.vehicle_id AND m.valid @> g.at
                )
                """),
        CheckRule(
            name: "vehicle-with-two-terminals",
            meaning: "a vehicle that carries several active terminals: one of them may have been replaced",
            query: """
                SELECT v.plate_no AS subject, 'terminals ' || string_agg(t.number, ', ' ORDER BY lower(m.valid), t.number) AS detail
                FROM registry.vehicle AS v
                CROSS JOIN given AS g
                JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id AND m.valid @> g.at
                JOIN registry.terminal AS t ON t.terminal_id = m.terminal_id AND t.status = 'active'
                WHERE v.valid @> telemetry.local_day(g.at)
                GROUP BY v.vehicle_id, v.plate_no
                HAVING count(*) > 1
                """),
        CheckRule(
            name: "vehicle-without-carrier", meaning: "a vehicle in service that no carrier runs",
            query: """
                SELECT v.plate_no AS subject, v.kind || ': no carrier' AS detail FROM registry.vehicle AS v, given AS g
                WHERE v.valid @> telemetry.local_day(g.at) AND NOT EXISTS (
                    SELECT FROM registry.vehicle_assignment AS a WHERE a.vehicle_id = v.vehicle_id AND a.valid @> g.at
                )
                """),
        CheckRule(
            name: "carrier-unqualified", meaning: "a carrier that runs vehicles without a qualification that holds",
            query: """
                SELECT c.code AS subject, c.name || ': ' || coalesce('last qualification ended ' || (
                        SELECT max(upper(q.valid)) - 1 FROM registry.carrier_qualification AS q
                        WHERE q.carrier_id = c.carrier_id AND upper(q.valid) <= telemetry.local_day(g.at)
                    )::text, 'no qualification') AS detail
                FROM registry.carrier AS c, given AS g
                WHERE c.valid @> telemetry.local_day(g.at)
                    AND EXISTS (
                        SELECT FROM registry.vehicle_assignment AS a WHERE a.carrier_id = c.carrier_id AND a.valid @> g.at)
                    AND NOT EXISTS (
                        SELECT FROM registry.carrier_qualification AS q
                        WHERE q.carrier_id = c.carrier_id AND q.valid @> telemetry.local_day(g.at))
                """),
        CheckRule(
            name: "scale-overdue", meaning: "a scale whose verification has run out",
            query: """
                SELECT s.code AS subject, s.name || ': verified until ' || s.verified_until AS detail
                FROM registry.scale AS s, given AS g
                WHERE s.status <> 'retired' AND s.verified_until < telemetry.local_day(g.at)
                """, table: "registry.scale"),
        CheckRule(
            name: "bound-out-of-service", meaning: "a binding that holds although what it binds is out of service",
            query: """
                SELECT code AS subject, what AS detail FROM (
                    SELECT b.code, 'bin out of service, but at a collection point' AS what, b.valid, p.valid AS held
                    FROM registry.bin AS b JOIN registry.bin_placement AS p ON p.bin_id = b.bin_id
                    UNION ALL
                    SELECT c.code, 'collection point out of service, but with bins', c.valid, p.valid
                    FROM registry.collection_point AS c
                    JOIN registry.bin_placement AS p ON p.collection_point_id = c.collection_point_id
                    UNION ALL
                    SELECT b.code, 'bin out of service, but with a tag', b.valid, t.valid
                    FROM registry.bin AS b JOIN registry.tag_binding AS t ON t.bin_id = b.bin_id
                    UNION ALL
                    SELECT v.plate_no, 'vehicle out of service, but with a terminal', v.valid, m.valid
                    FROM registry.vehicle AS v JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
                    UNION ALL
                    SELECT v.plate_no, 'vehicle out of service, but run by a carrier', v.valid, a.valid
                    FROM registry.vehicle AS v JOIN registry.vehicle_assignment AS a ON a.vehicle_id = v.vehicle_id
                    UNION ALL
                    SELECT s.code, 'station out of service, but with a terminal', s.valid, m.valid
                    FROM registry.station AS s JOIN registry.terminal_mount AS m ON m.station_id = s.station_id
                ) AS b, given AS g
                WHERE b.held @> g.at AND NOT b.valid @> telemetry.local_day(g.at)
                GROUP BY code, what
                """),
        CheckRule(
            name: "rule-overlap",
            meaning: "two collection rules for the same scope and waste type whose windows overlap",
            query: """
                SELECT code AS subject, format('windows overlap those of rule %s: %s', other, string_agg(what, '; ' ORDER BY starts))
                    AS detail
                FROM (
                    SELECT a.code, b.code AS other, min(a.starts) AS starts,
                        format('%s and %s', a.name, b.name) AS what
                    FROM (
                        \(windows)
                    ) AS a
                    JOIN (
                        \(windows)
                    ) AS b ON b.code <> a.code AND b.scope = a.scope AND b.held && a.held
                        -- The one that holds longer, of two alike the earlier one, is told of.
                        AND (lower(a.held) IS NULL AND lower(b.held) IS NOT NULL OR lower(a.held) < lower(b.held)
                            OR lower(a.held) IS NOT DISTINCT FROM lower(b.held) AND a.code < b.code)
                    -- A window of Sunday night may reach into Monday.
                    CROSS JOIN (VALUES (-10080), (0), (10080)) AS week (shift)
                    WHERE a.starts < b.ends + week.shift AND b.starts + week.shift < a.ends
                    GROUP BY a.code, b.code, a.name, b.name
                ) AS pair
                GROUP BY code, other
                """, table: "ops.collection_rule"),
    ]

    /// Windows of rules that are not over, in minutes of the week from Monday on. Rules for holidays alone go before the others, and
    /// overlap nothing.
    private static let windows = """
        SELECT r.code, r.valid AS held,
            concat_ws('/', r.collection_point_id, r.responsible_unit_id, r.community_id, r.street_id)
                || format(' %s %s', r.specificity, r.waste_type) AS scope,
            format('%s %s-%s', (ARRAY['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])[day.number],
                to_char(w.starts, 'HH24:MI'), to_char(w.ends, 'HH24:MI')) AS name,
            (day.number - 1) * 1440 + extract(epoch FROM w.starts)::integer / 60 AS starts,
            (day.number - 1) * 1440 + extract(epoch FROM w.ends)::integer / 60 + w.is_overnight::integer * 1440 AS ends
        FROM ops.collection_rule AS r
        CROSS JOIN given AS g
        CROSS JOIN generate_series(1, 7) AS day (number)
        CROSS JOIN LATERAL ops.windows_of(r.windows) AS w
        WHERE r.holidays <> 'only' AND strpos(r.weekdays, day.number::text) > 0
            AND (upper(r.valid) IS NULL OR upper(r.valid) > telemetry.local_day(g.at))
        """
}
