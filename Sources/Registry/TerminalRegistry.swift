package import Postgres

/// The registry's terminals in the database.
package struct TerminalRegistry {
    /// Gateways listen here; whoever changes the registry notifies, in the same transaction.
    package static let changeChannel = "qingyun_registry"

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    private static let columns = """
        terminal_id, number, status, authentication, profile, protocol_version, manufacturer_id, model, device_id,
        reported_plate_no, reported_plate_color, reported_province, reported_city, imei, software_version
        """

    /// Every terminal, whatever its status.
    package func all() throws -> [Terminal] {
        try session.query("SELECT \(Self.columns) FROM registry.terminal").map(Self.terminal)
    }

    /// Enters the numbers that nobody entered yet as `unclaimed`, to be known by their number alone.
    /// - Returns: the terminal of every number, entered now or before.
    package func enterUnclaimed(_ numbers: [String]) throws -> [Terminal] {
        guard !numbers.isEmpty else { return [] }
        // Numbers are hex digits, so the array literal needs no quoting.
        let array = PostgresValue.text("{" + numbers.joined(separator: ",") + "}")
        return try session.transaction { session in
            let made = try session.query(
                """
                INSERT INTO registry.terminal (number, status, authentication)
                SELECT number, 'unclaimed', 'number' FROM unnest($1::text[]) AS number
                ORDER BY number COLLATE "C"
                ON CONFLICT (number) DO NOTHING
                RETURNING terminal_id
                """, [array])
            if !made.isEmpty { try notifyChange() }
            return try session.query(
                "SELECT \(Self.columns) FROM registry.terminal WHERE number = ANY ($1::text[])", [array]
            ).map(Self.terminal)
        }
    }

    /// Keeps what terminals reported about themselves, in one transaction; what one did not say stays as it was.
    package func record(_ reports: [(terminalID: Int64, facts: ReportedFacts)]) throws {
        guard !reports.isEmpty else { return }
        try session.transaction { session in
            // Somebody may hold one of the rows for hours; the others must not wait for it as long.
            try session.execute("SET LOCAL lock_timeout = '2s'")
            // In one order, as imports lock them: else two could wait for each other.
            for report in reports.sorted(by: { $0.terminalID < $1.terminalID }) {
                try record(report.facts, terminalID: report.terminalID)
            }
        }
    }

    private func record(_ facts: ReportedFacts, terminalID: Int64) throws {
        _ = try session.query(
            """
            UPDATE registry.terminal
            SET protocol_version = coalesce($2, protocol_version),
                manufacturer_id = coalesce($3, manufacturer_id),
                model = coalesce($4, model),
                device_id = coalesce($5, device_id),
                reported_plate_no = coalesce($6, reported_plate_no),
                reported_plate_color = coalesce($7, reported_plate_color),
                reported_province = coalesce($8, reported_province),
                reported_city = coalesce($9, reported_city),
                imei = coalesce($10, imei),
                software_version = coalesce($11, software_version),
                registered_at = now()
            WHERE terminal_id = $1
            """,
            [
                .int(Int(terminalID)), .optional(facts.protocolVersion), .optional(facts.manufacturerID),
                .optional(facts.model), .optional(facts.deviceID), .optional(facts.plateNumber),
                .optional(facts.plateColor), .optional(facts.province), .optional(facts.city), .optional(facts.imei),
                .optional(facts.softwareVersion),
            ])
    }

    /// Tells the gateways, once the surrounding transaction commits.
    package func notifyChange() throws {
        _ = try session.query("SELECT pg_notify($1, '')", [.text(Self.changeChannel)])
    }

    private static func terminal(_ row: PostgresRow) throws -> Terminal {
        var facts = ReportedFacts()
        facts.protocolVersion = row["protocol_version"]
        facts.manufacturerID = row["manufacturer_id"]
        facts.model = row["model"]
        facts.deviceID = row["device_id"]
        facts.plateNumber = row["reported_plate_no"]
        facts.plateColor = try row.intIfPresent("reported_plate_color")
        facts.province = try row.intIfPresent("reported_province")
        facts.city = try row.intIfPresent("reported_city")
        facts.imei = row["imei"]
        facts.softwareVersion = row["software_version"]
        return Terminal(
            id: Int64(try row.int("terminal_id")), number: try row.text("number"),
            // A status of a later version of the schema is not one that this program may let in.
            status: Terminal.Status(rawValue: try row.text("status")) ?? .suspended,
            authentication: Terminal.Authentication(rawValue: try row.text("authentication")) ?? .code,
            profile: try row.text("profile"), reported: facts)
    }
}

extension PostgresValue {
    static func optional(_ text: String?) -> PostgresValue { text.map(PostgresValue.text) ?? .null }
    static func optional(_ number: Int?) -> PostgresValue { number.map(PostgresValue.int) ?? .null }
}
