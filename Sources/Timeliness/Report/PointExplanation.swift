package import Postgres

/// Why there was, or was not, a warning of a point on a day, in plain words.
package struct PointExplanation {
    package enum Refusal: Error, CustomStringConvertible {
        case unknownPoint(String)
        package var description: String {
            switch self {
            case .unknownPoint(let code): "there is no collection point \(code)"
            }
        }
    }

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// - Parameters:
    ///   - point: code of a collection point.
    ///   - day: local day.
    /// - Returns: lines of text.
    package func lines(point: String, day: String) throws -> [String] {
        try session.transaction { session in
            try session.query("SELECT set_config('timezone', telemetry.site_time_zone(), true)")
            let found = try session.query(
                """
                SELECT p.collection_point_id, p.name, s.name AS street, m.name AS community, u.name AS unit
                FROM registry.collection_point AS p
                LEFT JOIN registry.point_affiliation AS a ON a.collection_point_id = p.collection_point_id
                    AND a.valid @> ($2::date)::timestamptz
                LEFT JOIN registry.community AS m ON m.community_id = a.community_id
                LEFT JOIN registry.street AS s ON s.street_id = m.street_id
                LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = a.responsible_unit_id
                WHERE p.code = $1
                """, [.text(point), .text(day)])
            guard let row = found.first else { throw Refusal.unknownPoint(point) }
            let id = try row.int("collection_point_id")
            let place = [row["street"], row["community"], row["unit"]].compactMap { $0 }.joined(separator: ", ")
            var lines = ["\(point) \(try row.text("name"))\(place.isEmpty ? "" : " (\(place))"), \(day)"]
            let tasks = try tasks(id, day)
            let uncounted = try uncounted(id, day)
            for task in tasks { lines += try describe(task, uncounted) }
            lines += try whyNothing(id, day, hasTasks: !tasks.isEmpty)
            if !uncounted.isEmpty {
                lines += ["", "Lifts and reads that complete nothing:"] + UncountedRecord.lines(uncounted)
            }
            return lines
        }
    }

    private func tasks(_ id: Int, _ day: String) throws -> PostgresRows {
        try session.query(
            """
            SELECT
                y.name AS waste, k.waste_type, k.outcome, k.cause, k.evidence_kind, k.window_start,
                to_char(k.window_start, 'HH24:MI') || '-' || to_char(k.window_end, 'HH24:MI') AS window,
                to_char(k.deadline, 'YYYY-MM-DD HH24:MI') AS deadline, k.deadline > k.window_end AS has_grace,
                to_char(k.collected_at, 'YYYY-MM-DD HH24:MI:SS') AS collected_at,
                to_char(k.known_at, 'YYYY-MM-DD HH24:MI:SS') AS known_at, v.plate_no, c.name AS carrier,
                uv.plate_no AS usual_plate_no, uc.name AS usual_carrier, k.rule_code AS rule, k.rule_specificity AS specificity,
                l.net_g, w.warning_id, k.least_net_g,
                CASE WHEN k.outcome = 'excused' THEN (
                    SELECT s.code || ': ' || s.reason FROM ops.collection_suspension AS s
                    WHERE \(TaskJudge.suspends) ORDER BY s.code LIMIT 1
                ) END AS suspension
            FROM ops.collection_task AS k
            JOIN registry.waste_type AS y ON y.waste_type = k.waste_type
            LEFT JOIN registry.vehicle AS v ON v.vehicle_id = k.vehicle_id
            LEFT JOIN registry.carrier AS c ON c.carrier_id = k.carrier_id
            LEFT JOIN registry.vehicle AS uv ON uv.vehicle_id = k.usual_vehicle_id
            LEFT JOIN registry.carrier AS uc ON uc.carrier_id = k.usual_carrier_id
            LEFT JOIN telemetry.lift AS l ON l.terminal_id = k.lift_terminal_id AND l.recorded_at = k.collected_at
                AND l.boot_no = k.lift_boot_no AND l.seq = k.lift_seq
            LEFT JOIN ops.warning AS w ON w.kind = 'late_collection' AND w.collection_point_id = k.collection_point_id
                AND w.service_date = k.service_date AND w.waste_type = k.waste_type AND w.window_start = k.window_start
            WHERE k.service_date = $2::date AND k.collection_point_id = $1::bigint
            ORDER BY k.window_start, k.waste_type
            """, [.int(id), .text(day)])
    }

    /// What was not due of what has a bin here, and by which rule.
    private func whyNothing(_ id: Int, _ day: String, hasTasks: Bool) throws -> [String] {
        let isPlanned = try session.query(
            "SELECT EXISTS (SELECT FROM ops.collection_day AS d WHERE d.service_date = $1::date) AS is_planned",
            [.text(day)])[0].bool("is_planned")
        guard isPlanned else { return ["The tasks of this day have not been made: no check has run for it."] }
        let undue = try session.query(
            """
            SELECT y.name AS waste, c.code, c.specificity, c.fits
            FROM (
                SELECT DISTINCT b.waste_type
                FROM registry.bin_placement AS p
                JOIN registry.bin AS b ON b.bin_id = p.bin_id
                WHERE p.collection_point_id = $1::bigint
                    AND p.valid && tstzrange(($2::date)::timestamptz, ($2::date + 1)::timestamptz)
            ) AS n
            JOIN registry.waste_type AS y ON y.waste_type = n.waste_type
            LEFT JOIN registry.holiday AS h ON h.day = $2::date
            LEFT JOIN registry.point_affiliation AS a ON a.collection_point_id = $1::bigint AND a.valid @> ($2::date)::timestamptz
            LEFT JOIN registry.community AS m ON m.community_id = a.community_id
            LEFT JOIN LATERAL (
                SELECT r.code, r.specificity, ops.rule_fits(r.weekdays, r.holidays, $2::date, h.kind) AS fits
                FROM ops.collection_rule AS r
                WHERE r.valid @> $2::date AND (r.holidays <> 'only' OR h.kind = 'holiday')
                    AND (r.waste_type IS NULL OR r.waste_type = n.waste_type)
                    AND (r.collection_point_id = $1::bigint OR r.responsible_unit_id = a.responsible_unit_id
                        OR r.community_id = a.community_id OR r.street_id = m.street_id
                        OR num_nonnulls(r.collection_point_id, r.responsible_unit_id, r.community_id, r.street_id) = 0)
                ORDER BY r.specificity DESC, fits DESC, r.holidays = 'only' DESC, lower(r.valid) DESC NULLS LAST, r.collection_rule_id DESC
                LIMIT 1
            ) AS c ON true
            WHERE NOT EXISTS (
                SELECT FROM ops.collection_task AS k
                WHERE k.service_date = $2::date AND k.collection_point_id = $1::bigint AND k.waste_type = n.waste_type
            )
            ORDER BY n.waste_type
            """, [.int(id), .text(day)])
        if undue.isEmpty && !hasTasks { return ["Nothing was due: no bin stood here."] }
        return try undue.flatMap { row in
            let waste = try row.text("waste")
            guard let rule = row["code"] else { return ["", "\(waste): nothing was due, no rule asks for it here."] }
            let counts = "rule \(rule) \(Self.scope(try row.int("specificity"))) counts"
            let why =
                try row.bool("fits")
                ? ", but not in its windows: no bin stood here then, or they had begun when it was made."
                : ", and it asks for nothing on this day."
            return ["", "\(waste): nothing was due: \(counts)\(why)"]
        }
    }

    private static func scope(_ specificity: Int) -> String {
        switch specificity / 2 {
        case 4: "for this point"
        case 3: "for its unit"
        case 2: "for its community"
        case 1: "for its street"
        default: "for everywhere"
        }
    }

    private func describe(_ task: PostgresRow, _ uncounted: [UncountedRecord]) throws -> [String] {
        let scope = Self.scope(try task.int("specificity"))
        var lines = [
            "",
            "\(try task.text("waste")) \(try task.text("window")), by rule \(try task.text("rule")) \(scope)"
                + (try task.bool("has_grace") ? ", with grace until \(try task.text("deadline"))" : ""),
        ]
        let who = [task["plate_no"], task["carrier"].map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
        let usual = [task["usual_plate_no"], task["usual_carrier"].map { "(\($0))" }].compactMap { $0 }.joined(
            separator: " ")
        let what =
            switch task["evidence_kind"] {
            case "tag_read": "its tag was read by a vehicle without a scale"
            case "volume_estimate": "the weight is an estimate by volume"
            default:
                task["net_g"].flatMap(Double.init).map { "\($0 / 1_000) kg" }
                    ?? "the lift itself is not stored any more"
            }
        switch try task.text("outcome") {
        case "on_time":
            lines.append(
                "  Collected in time: \(who.isEmpty ? "a vehicle" : who) at \(try task.text("collected_at")), \(what); "
                    + "known at \(task["known_at"] ?? "?").")
        case "late":
            lines.append(
                "  Collected late: \(who.isEmpty ? "a vehicle" : who) at \(try task.text("collected_at")), \(what).")
        case "pending": lines.append("  Not judged yet: the deadline is \(try task.text("deadline")).")
        case "excused":
            lines.append(
                "  Not collected in time, and excused: collection was suspended"
                    + (task["suspension"].map { ", \($0)" } ?? "; the suspension is not in force any more") + ".")
        default:
            switch task["cause"] {
            case "visit_no_read":
                let (wasteType, start) = (try task.int("waste_type"), try task.text("window_start"))
                lines.append(
                    "  Not collected: a vehicle stood here, and "
                        + UncountedRecord.finding(uncounted.filter { $0.isOf(wasteType, start) }))
            case "terminal_offline":
                lines.append(
                    "  Not confirmed: the terminal of \(usual.isEmpty ? "the usual vehicle" : usual) was silent. "
                        + "Nobody can say whether it came.")
            default:
                lines.append(
                    "  Not collected: no vehicle for this waste stood here."
                        + (usual.isEmpty
                            ? " Who usually comes is not known yet, so a silent terminal would not show."
                            : " Usually \(usual) comes."))
            }
        }
        guard let warning = try task.intIfPresent("warning_id") else {
            lines.append("  No warning.")
            return lines
        }
        lines.append("  Warning \(warning):")
        for step in try WarningRegister(session).history(of: warning) {
            let words = [step[3], step[5]].filter { !$0.isEmpty }.joined(separator: ", ")
            lines.append("    \(step[0])  \(step[1]): \(step[2])\(words.isEmpty ? "" : " (\(words))"), by \(step[4])")
            lines += EvidenceText.lines(step[6]).map { "      \($0)" }
        }
        return lines
    }
}
