import Postgres
import Testing

/// Whose way a terminal's is: of the vehicle and carrier of the moment.
@Suite("Rollups: ways of vehicles", .enabled(if: TestDatabase.isEnabled))
struct VehicleWayTests {
    private static func at(_ clock: String) -> String { WrittenFacts.time(0, clock) }

    /// Terminal 5 is mounted nowhere yet.
    private static func with(_ body: (WrittenFacts) throws -> Void) async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try session.execute("INSERT INTO registry.terminal (number) VALUES ('5')")
            try body(facts)
        }
    }

    /// Every so many minutes from one to another after six: 6 km/h, by an odometer that began with the day.
    private static func drive(_ facts: WrittenFacts, _ terminal: Int, from: Int, to: Int, every minutes: Int = 10)
        throws
    {
        for minute in stride(from: from, through: to, by: minutes) {
            let (hour, rest) = (6 + minute / 60, minute % 60)
            try facts.fix(
                terminal, at("\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"),
                odometerHm: 1_000 + minute)
        }
    }

    private static let rows = """
        SELECT terminal_id, vehicle_id, carrier_id, fixes, odometer_m, online_s
        FROM stats.track_day ORDER BY terminal_id, carrier_id
        """

    @Test("what changes elsewhere, or changes nothing, does not part a terminal's day")
    func notMoved() async throws {
        try await Self.with { facts in
            // Years ago it was on vehicle 2, whose carrier changes at ten; and its own mount and its vehicle's company are entered anew.
            let ten = Self.at("10:00")
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET valid = tstzrange('2025-01-01 00:00+08', \(ten)) WHERE terminal_id = 1;
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
                    VALUES (1, 2, '[2020-01-01 00:00+08,2025-01-01 00:00+08)'), (1, 1, tstzrange(\(ten), NULL));
                UPDATE registry.vehicle_assignment SET valid = tstzrange(lower(valid), \(ten));
                INSERT INTO registry.vehicle_assignment (vehicle_id, carrier_id, valid)
                    VALUES (1, 1, tstzrange(\(ten), NULL)), (2, 1, tstzrange(\(ten), NULL))
                """)
            for terminal in [1, 2] { try Self.drive(facts, terminal, from: 180, to: 300) }
            try facts.refresh()
            #expect(
                try facts.line(Self.rows)
                    == "1 1 1 13 12000 7200\n2 2 1 7 6000 3600\n2 2 2 6 5000 3000")
            #expect(try facts.wrongRows() == [])
        }
    }
}
