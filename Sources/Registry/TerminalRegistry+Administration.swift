package import Postgres

/// What people do with terminals: add, list, show.
extension TerminalRegistry {
    /// A terminal to be added.
    package struct NewTerminal: Sendable, Equatable {
        package var number: String
        package var authentication: Terminal.Authentication
        package var profile: String
        package var note: String?
        /// The vehicle that carries it from now on; entered when nobody entered it yet.
        package var plateNumber: String?
        package var plateColor: Int
        package var vehicleKind: String

        package init(
            number: String, authentication: Terminal.Authentication = .code, profile: String = "standard",
            note: String? = nil, plateNumber: String? = nil, plateColor: Int = 2, vehicleKind: String = "collection"
        ) {
            self.number = number
            self.authentication = authentication
            self.profile = profile
            self.note = note
            self.plateNumber = plateNumber
            self.plateColor = plateColor
            self.vehicleKind = vehicleKind
        }
    }

    /// What ``add(_:)`` did.
    package enum Addition: Sendable, Equatable {
        case added(terminalID: Int64)
        /// It had entered itself under policy `open` and is in use from now on.
        case claimed(terminalID: Int64)
        /// Nothing was changed.
        case exists(terminalID: Int64, status: String)
    }

    /// Adds a terminal, or claims one that entered itself; with a plate also mounts it on that vehicle.
    package func add(_ terminal: NewTerminal) throws -> Addition {
        try session.transaction { session in
            // As an import locks them, and in its order: one waits for the other, and neither for ever.
            try session.execute(
                """
                LOCK TABLE registry.vehicle, registry.terminal_mount IN ROW EXCLUSIVE MODE;
                LOCK TABLE registry.terminal IN SHARE UPDATE EXCLUSIVE MODE
                """)
            let parameters: [PostgresValue] = [
                .text(terminal.number), .text(terminal.authentication.rawValue), .text(terminal.profile),
                .optional(terminal.note),
            ]
            let made = try session.query(
                """
                INSERT INTO registry.terminal (number, authentication, profile, note)
                VALUES ($1, $2, $3, $4)
                ON CONFLICT (number) DO NOTHING
                RETURNING terminal_id
                """, parameters)
            let addition: Addition
            if let row = made.first {
                addition = .added(terminalID: Int64(try row.int("terminal_id")))
            } else {
                let claimed = try session.query(
                    """
                    UPDATE registry.terminal
                    SET status = 'active', authentication = $2, profile = $3, note = coalesce($4, note)
                    WHERE number = $1 AND status = 'unclaimed'
                    RETURNING terminal_id
                    """, parameters)
                guard let row = claimed.first else {
                    let existing = try session.query(
                        "SELECT terminal_id, status FROM registry.terminal WHERE number = $1", [.text(terminal.number)])[
                            0]
                    return .exists(
                        terminalID: Int64(try existing.int("terminal_id")), status: try existing.text("status"))
                }
                addition = .claimed(terminalID: Int64(try row.int("terminal_id")))
            }
            switch addition {
            case .added(let id), .claimed(let id):
                if let plate = terminal.plateNumber { try mount(id, on: plate, terminal) }
            case .exists: break
            }
            try notifyChange()
            return addition
        }
    }

    /// History is closed, never overwritten: the old mount ends where the new one begins.
    private func mount(_ terminalID: Int64, on plate: String, _ terminal: NewTerminal) throws {
        let vehicle = try session.query(
            """
            INSERT INTO registry.vehicle (plate_no, plate_color, kind)
            VALUES ($1, $2, $3)
            ON CONFLICT (plate_no) DO UPDATE SET plate_no = excluded.plate_no
            RETURNING vehicle_id
            """, [.text(plate), .int(terminal.plateColor), .text(terminal.vehicleKind)])[0]
        _ = try session.query(
            """
            UPDATE registry.terminal_mount
            SET valid = tstzrange(lower(valid), now())
            WHERE terminal_id = $1 AND upper_inf(valid)
            """, [.int(Int(terminalID))])
        _ = try session.query(
            """
            INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
            VALUES ($1, $2, tstzrange(now(), NULL))
            """, [.int(Int(terminalID)), .int(try vehicle.int("vehicle_id"))])
    }

    /// Terminals for people, with the vehicle that carries each now; ordered by number.
    /// - Parameter status: only these; nil: all.
    package func overview(status: Terminal.Status? = nil, number: String? = nil) throws -> PostgresRows {
        try session.query(
            """
            SELECT
                t.number,
                t.terminal_id,
                t.status,
                v.plate_no,
                t.protocol_version,
                t.manufacturer_id,
                t.model,
                t.profile,
                t.authentication,
                t.reported_plate_no,
                t.imei,
                t.software_version,
                to_char(t.registered_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS registered_at,
                to_char(t.created_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS created_at,
                t.note
            FROM registry.terminal AS t
            LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = t.terminal_id AND m.valid @> now()
            LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
            WHERE ($1::text IS NULL OR t.status = $1)
                AND ($2::text IS NULL OR t.number = $2)
            ORDER BY t.number
            """, [.optional(status?.rawValue), .optional(number)])
    }

    /// The newest fix of a terminal, for people: local times, degrees, km/h. Nil when there is none.
    package func lastFix(terminalID: Int) throws -> PostgresRow? {
        try session.query(
            """
            SELECT
                to_char(recorded_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS recorded_at,
                to_char(received_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS received_at,
                round(lat_e6 / 1e6, 6) AS lat,
                round(lon_e6 / 1e6, 6) AS lon,
                round(speed_dkmh / 10.0, 1) AS speed_kmh,
                (status_bits & 2) <> 0 AS is_fixed
            FROM telemetry.fix
            WHERE terminal_id = $1
            ORDER BY recorded_at DESC
            LIMIT 1
            """, [.int(terminalID)]
        ).first
    }
}
