package import Postgres

/// What people do with scales and tag readers: list, show, add, change.
extension ScaleRegistry {
    package typealias Change = (column: ScaleColumn, text: String)

    /// What was not done, in one line.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// Scales for people, with where each stands now and when it last weighed; ordered by code.
    /// - Parameter code: only this one; nil: all.
    package func overview(code: String? = nil) throws -> PostgresRows {
        try session.query(
            """
            SELECT
                s.code,
                s.name,
                s.kind,
                s.dialect,
                CASE WHEN t.status = 'active' THEN s.status ELSE 'terminal ' || t.status END AS status,
                t.number,
                coalesce(st.code, f.code) AS site,
                to_char(
                    (SELECT max(w.recorded_at) FROM telemetry.station_weighing AS w WHERE w.terminal_id = s.terminal_id)
                        AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS last_weighing,
                s.verified_until,
                s.registration,
                s.source_network
            FROM registry.scale AS s
            JOIN registry.terminal AS t ON t.terminal_id = s.terminal_id
            LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = s.terminal_id AND m.valid @> now()
            LEFT JOIN registry.station AS st ON st.station_id = m.station_id
            LEFT JOIN registry.disposal_facility AS f ON f.disposal_facility_id = m.disposal_facility_id
            WHERE $1::text IS NULL OR s.code = $1
            ORDER BY s.code
            """, [code.map(PostgresValue.text) ?? .null])
    }

    /// What is entered of one scale, column by column; nil: there is none of this code.
    package func settings(of code: String) throws -> PostgresRow? {
        let columns = ScaleColumn.all.map { column -> String in
            column.type == "boolean"
                ? "CASE WHEN \(column.name) THEN 'yes' ELSE 'no' END AS \(column.name)" : column.name
        }
        return try session.query(
            "SELECT \(columns.joined(separator: ", ")) FROM registry.scale WHERE code = $1", [.text(code)]
        ).first
    }

    /// Enters a scale and the terminal that gives it its key.
    /// - Throws: ``Refusal``; nothing was changed then.
    package func add(_ code: String, number: String, _ changes: [Change], by actor: String) throws {
        try edit(actor) { session in
            let terminal = try session.query(
                """
                INSERT INTO registry.terminal (number, note) VALUES ($1, 'scale ' || $2)
                ON CONFLICT (number) DO NOTHING RETURNING terminal_id
                """, [.text(number), .text(code)])
            guard let id = try terminal.first?.int("terminal_id") else {
                throw Refusal(
                    description: "terminal \(number) is in the registry already: a scale has a number of its own")
            }
            let given = changes.filter { !$0.text.isEmpty }
            _ = try session.query(
                """
                INSERT INTO registry.scale (terminal_id, code, \(given.map(\.column.name).joined(separator: ", ")))
                VALUES ($1, $2, \(Self.values(of: given, from: 3).joined(separator: ", ")))
                """, [.int(id), .text(code)] + given.map { .text($0.text) })
        }
    }

    /// Changes what is entered of a scale. An empty text gives a column its default.
    /// - Throws: ``Refusal``; nothing was changed then.
    package func change(_ code: String, _ changes: [Change], by actor: String) throws {
        try edit(actor) { session in
            let given = changes.filter { !$0.text.isEmpty }
            let assignments =
                zip(given, Self.values(of: given, from: 2)).map { "\($0.column.name) = \($1)" }
                + changes.filter(\.text.isEmpty).map { "\($0.column.name) = DEFAULT" }
            let changed = try session.query(
                """
                UPDATE registry.scale SET \(assignments.joined(separator: ", ")) WHERE code = $1 RETURNING code
                """, [.text(code)] + given.map { .text($0.text) })
            guard !changed.isEmpty else { throw Refusal(description: "there is no scale \(code)") }
        }
    }

    private static func values(of changes: [Change], from first: Int) -> [String] {
        changes.enumerated().map { "$\(first + $0.offset)::text::\($0.element.column.type)" }
    }

    /// One transaction that tells the gateways; what the table does not take is said in words.
    private func edit(_ actor: String, _ body: (PostgresSession) throws -> Void) throws {
        do {
            try session.transaction { session in
                _ = try session.query("SELECT set_config('qingyun.actor', $1, true)", [.text(actor)])
                try body(session)
                try TerminalRegistry(session).notifyChange()
            }
        } catch PostgresError.server(let state, let message, let constraint, _) {
            if let reason = constraint.flatMap({ Self.reasons[$0] }) { throw Refusal(description: reason) }
            // 22: a text that the type does not take; 23: any other constraint.
            guard ["22", "23"].contains(state.classCode) else {
                throw PostgresError.server(state, message: message, constraint: constraint)
            }
            throw Refusal(description: message)
        }
    }

    private static let reasons = [
        "scale_code_key": "there is a scale of this code already",
        "scale_code_check": "code: accepted: 1 to 40 of A-Z a-z 0-9 . _ -, the first a letter or digit",
        "scale_name_check": "name: it is empty, or has spaces around it",
        "scale_registration_key": "registration: another scale has the same",
        "scale_identity_check": "registration or source_network is needed: by one of them a connection is recognised",
        "scale_four_faith_check": "link four-faith needs a registration",
        "scale_reader_check": "kind reader goes with dialect tag-reader, and only with that",
        "scale_source_network_excl":
            "source_network: another scale of this dialect, without a registration too, has a part of it",
        "scale_empty_band_g_check": "empty_band_g must be below minimum_g" + usual("2000", "100000", "5000", "500000"),
        "scale_tolerance_g_check": "tolerance_g must be below minimum_g" + usual("1000", "40000", "5000", "500000"),
        "scale_zero_limit_g_check": "zero_limit_g must be below minimum_g" + usual("3000", "300000", "5000", "500000"),
        "scale_least_addition_g_check":
            "least_addition_g must be above tolerance_g; not set it is minimum_g, and tolerance_g is 1000, of a weighbridge 40000",
    ]

    private static func usual(_ platform: String, _ weighbridge: String, _ least: String, _ bridgeLeast: String)
        -> String
    {
        "; not set they are \(platform) and \(least), of a weighbridge \(weighbridge) and \(bridgeLeast)"
    }
}
