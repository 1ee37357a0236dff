import Postgres
import Testing

@testable import Report

/// Whose way a terminal's is: of the vehicle and carrier of the moment, and of a vehicle with several terminals once.
@Suite("Rollups: ways of vehicles", .enabled(if: TestDatabase.isEnabled))
struct VehicleWayTests {
    private static func at(_ clock: String) -> String { WrittenFacts.time(0, clock) }

    /// Terminal 5 is mounted nowhere yet.
    private static func with(_ body: (WrittenFacts) throws -> Void) async throws {
        try await WrittenFacts.with { _, facts in
            try facts.session.execute("INSERT INTO registry.terminal (number) VALUES ('5')")
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
        SELECT terminal_id, vehicle_id, carrier_id, counts_for_vehicle, fixes, odometer_m, online_s
        FROM stats.track_day ORDER BY terminal_id, counts_for_vehicle, carrier_id
        """

    @Test(
        "a tracker beside the weighing terminal doubles nothing: the one with more fixes tells the way, lifts are of both"
    )
    func beside() async throws {
        try await Self.with { facts in
            try facts.session.execute(
                "INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, '[2020-01-01 00:00+08,)')"
            )
            try Self.drive(facts, 1, from: 0, to: 60)
            try Self.drive(facts, 5, from: 0, to: 60, every: 5)
            try facts.lift(1, Self.at("06:30"), seq: 1)
            try facts.lift(5, Self.at("06:40"), seq: 1)
            try facts.refresh()
            #expect(try facts.line(Self.rows) == "1 1 1 f 7 6000 3600\n5 1 1 t 13 6000 3600")
            #expect(
                try facts.line("SELECT fixes, odometer_m, online_s, lifts, net_g FROM stats.vehicle_month")
                    == "13 6000 3600 2 100000")
            #expect(try facts.line("SELECT sum(odometer_m), sum(lifts) FROM stats.carrier_week") == "6000 2")
            #expect(try facts.line("SELECT terminal_id, fixes FROM stats.terminal_day ORDER BY 1") == "1 7\n5 13")
            let sheet = try facts.session.query(
                try QueryCatalog.named("17").select(["from": WrittenFacts.firstDay, "to": WrittenFacts.firstDay]))
            #expect(
                sheet.map { [$0["plate_no"], $0["online_hours"], $0["odometer_km"], $0["lifts"]] }
                    == [["京A10001", "1.00", "6.0", "2"]])
            // As many as the other has: the lower number.
            try Self.drive(facts, 1, from: 5, to: 55)
            try facts.refresh()
            #expect(try facts.line(Self.rows) == "1 1 1 t 13 6000 3600\n5 1 1 f 13 6000 3600")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test(
        "a tracker without a clock tells no way, however much it sends; nor one that is dead while it is on the vehicle still"
    )
    func tellsLittle() async throws {
        try await Self.with { facts in
            try facts.session.execute(
                "INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, '[2020-01-01 00:00+08,)')"
            )
            try Self.drive(facts, 1, from: 0, to: 60)
            try Self.drive(facts, 5, from: 0, to: 60, every: 5)
            try facts.session.execute("UPDATE telemetry.fix SET time_quality = 1 WHERE terminal_id = 5")
            try facts.refresh()
            #expect(try facts.line("SELECT fixes, odometer_m, online_s FROM stats.vehicle_day") == "7 6000 3600")
        }
        try await Self.with { facts in
            // The other one comes at ten, when the first one is about to die; that is taken off at noon.
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET valid = tstzrange(lower(valid), \(Self.at("12:00"))) WHERE terminal_id = 1;
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, tstzrange(\(Self.at("10:00")), NULL))
                """)
            try Self.drive(facts, 1, from: 0, to: 230, every: 5)
            try Self.drive(facts, 1, from: 245, to: 245)
            try Self.drive(facts, 5, from: 240, to: 350)
            try facts.refresh()
            // 47 fixes until 09:50, 12 from ten on.
            #expect(try facts.line("SELECT fixes, odometer_m, online_s FROM stats.vehicle_day") == "59 34000 20400")
        }
    }

    @Test("terminals that follow each other are added up")
    func swapped() async throws {
        try await Self.with { facts in
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET valid = tstzrange(lower(valid), \(Self.at("12:00"))) WHERE terminal_id = 1;
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, tstzrange(\(Self.at("12:00")), NULL))
                """)
            try Self.drive(facts, 1, from: 0, to: 350)
            try Self.drive(facts, 5, from: 360, to: 480)
            try facts.refresh()
            #expect(try facts.line(Self.rows) == "1 1 1 t 36 35000 21000\n5 1 1 t 13 12000 7200")
            #expect(try facts.line("SELECT fixes, odometer_m, online_s FROM stats.vehicle_day") == "49 47000 28200")
        }
    }

    @Test(
        "of two terminals that are on a vehicle together for two hours each tells its own time, and these hours are told once"
    )
    func overlapping() async throws {
        try await Self.with { facts in
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET valid = tstzrange(lower(valid), \(Self.at("12:00"))) WHERE terminal_id = 1;
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (5, 1, tstzrange(\(Self.at("10:00")), NULL))
                """)
            try Self.drive(facts, 1, from: 0, to: 350)
            try Self.drive(facts, 5, from: 240, to: 480)
            try facts.refresh()
            // Terminal 1 has 36 fixes and the other 25: it tells until noon, in two parts, between which ten minutes are lost.
            #expect(
                try facts.line(Self.rows)
                    == "1 1 1 t 36 34000 20400\n5 1 1 f 12 11000 6600\n5 1 1 t 13 12000 7200")
            #expect(try facts.line("SELECT fixes, odometer_m, online_s FROM stats.vehicle_day") == "49 46000 27600")
            #expect(
                try facts.line(
                    "SELECT terminal_id, fixes, odometer_m FROM stats.track_day WHERE NOT counts_for_vehicle")
                    == "5 12 11000")
            #expect(try facts.wrongRows() == [])
        }
    }

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
                    == "1 1 1 t 13 12000 7200\n2 2 1 t 7 6000 3600\n2 2 2 t 6 5000 3000")
            #expect(try facts.wrongRows() == [])
        }
    }
}
