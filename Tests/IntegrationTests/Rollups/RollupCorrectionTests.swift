import Postgres
import Rollups
import Telemetry
import Testing

/// Weighings that reach from one day into another: corrections, tickets over midnight, loads that are brought days later.
@Suite("Rollups: weighings of several days", .enabled(if: TestDatabase.isEnabled))
struct RollupCorrectionTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    /// A load of 4 t that comes to the plant before the midnight of day 0 and leaves it after: records 1 and 2.
    private static func writeMidnightTicket(_ facts: WrittenFacts) throws {
        try facts.weighing(4, at(0, "23:55"), seq: 1, direction: 1, ticket: "T1", plate: "京A10001")
        try facts.weighing(
            4, at(1, "00:05"), seq: 2, direction: 2, tareG: 5_000_000, netG: 4_000_000, tareSource: 1, ticket: "T1",
            plate: "京A10001")
    }

    private static func stations(_ facts: WrittenFacts) throws -> String {
        try facts.line(
            """
            SELECT service_date - date '\(WrittenFacts.firstDay)', sum(weighings), sum(received_net_g), sum(dispatched_net_g),
                sum(open_tickets)
            FROM stats.station_day GROUP BY 1 ORDER BY 1
            """)
    }

    @Test("days that are asked for and share a ticket are made once each")
    func asked() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.writeMidnightTicket(facts)
            let day = try WrittenFacts.unit(0, .station).day
            var steps: [String] = []
            _ = try RollupPass(facts.session, waits: true).run(
                .init(days: day...day.advanced(by: 1)), isStopped: { steps.count > 100 },
                report: { steps.append("\($0.unit)") })
            // Each, and station and trip of the first once more for the second's sake.
            #expect(steps.count <= 2 * RollupKind.allCases.count + 2, "\(steps)")
            #expect(try Self.stations(facts) == "0 1 0 0 0\n1 1 4000000 0 0")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a correction that comes before what it corrects counts by itself until then, and not twice afterwards")
    func correctionFirst() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(
                3, Self.at(3, "09:00"), seq: 7, direction: 1, netG: 2_000_000, tareSource: 2, ticket: "S",
                plate: "京A10001", supersedes: 1)
            try facts.refresh()
            #expect(try Self.stations(facts) == "3 1 2000000 0 0")
            try facts.weighing(
                3, Self.at(0, "09:00"), seq: 1, direction: 1, netG: 3_000_000, tareSource: 2, ticket: "S",
                plate: "京A10001")
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 2000000 0 0")
            #expect(try facts.line("SELECT count(*), sum(site_net_g) FROM stats.trip") == "1 2000000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a load that is weighed in against a known tare and weighed out too is received once")
    func weighedTwice() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(
                4, Self.at(0, "09:00"), seq: 1, direction: 1, netG: 7_000_000, tareSource: 2, ticket: "T1",
                plate: "京A10001")
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 7000000 0 0")
            try facts.weighing(
                4, Self.at(0, "09:20"), seq: 2, direction: 2, netG: 6_980_000, tareSource: 1, ticket: "T1",
                plate: "京A10001")
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 2 6980000 0 0")
            #expect(try facts.line("SELECT count(*), sum(site_net_g) FROM stats.trip") == "1 6980000")
            // With a doubtful second weighing the first one counts.
            try facts.weighing(
                4, Self.at(0, "10:00"), seq: 3, direction: 2, netG: 6_980_000, tareSource: 1, flags: 4, ticket: "T1",
                supersedes: 2)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 2 7000000 0 0")
            #expect(try facts.line("SELECT count(*), sum(site_net_g) FROM stats.trip") == "1 7000000")
            #expect(try facts.wrongRows() == [])
        }
    }

    /// A load at the plant: weighed in, and out with a net weight.
    private static func writeLoad(
        _ facts: WrittenFacts, _ ticket: Int, inFlags: Int = 1, inNetG: Int = 0, outFlags: Int = 1, outNetG: Int
    ) throws {
        let hour = ticket < 10 ? "0\(ticket)" : "\(ticket)"
        try facts.weighing(
            4, at(0, "\(hour):00"), seq: 2 * ticket, direction: 1, netG: inNetG, tareSource: inNetG == 0 ? 0 : 2,
            flags: inFlags, ticket: "T\(hour)", plate: "京A10001")
        try facts.weighing(
            4, at(0, "\(hour):20"), seq: 2 * ticket + 1, direction: 2, netG: outNetG, tareSource: 1, flags: outFlags,
            ticket: "T\(hour)", plate: "京A10001")
    }

    @Test("a load whose weight is doubtful has none: in no trip, no gap, no tonnes, as at the station that weighed it")
    func doubtfulLoads() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.writeLoad(facts, 1, outNetG: 4_000_000)
            // On leaving: over range, a sensor that is broken, less than nothing.
            try Self.writeLoad(facts, 2, outFlags: 4, outNetG: 99_999_000)
            try Self.writeLoad(facts, 3, outFlags: 257, outNetG: 99_999_000)
            try Self.writeLoad(facts, 4, outNetG: -500_000)
            // On arrival, so that the difference to what left is worth nothing.
            try Self.writeLoad(facts, 5, inFlags: 4, outNetG: 90_000_000)
            try Self.writeLoad(facts, 6, inFlags: 257, inNetG: 99_999_000, outNetG: 90_000_000)
            // By a known tare that was wrong alone: the two readings are right.
            try Self.writeLoad(facts, 7, inNetG: -20_000, outNetG: 2_000_000)
            // Weighed once.
            try facts.weighing(
                3, Self.at(0, "08:00"), seq: 1, direction: 1, netG: 99_999_000, tareSource: 2, flags: 257,
                ticket: "T08", plate: "京A10001")
            try facts.refresh()
            #expect(
                try facts.line("SELECT ticket, site_net_g, gap_g FROM stats.trip ORDER BY ticket")
                    == "T01 4000000 4000000\n"
                    + ["T02", "T03", "T04", "T05", "T06"].map { "\($0) - -\n" }.joined()
                    + "T07 2000000 2000000\nT08 - -")
            #expect(
                try facts.line("SELECT trips, open_trips, brought_net_g, plant_net_g FROM stats.vehicle_day")
                    == "8 6 6000000 6000000")
            // Eight readings are not to be trusted, or nets of such: 2, 3, 4 out; 5 and 6 in and out; 7 in.
            #expect(
                try facts.line(
                    """
                    SELECT disposal_facility_id, sum(received_net_g), sum(out_net_g), sum(doubtful) FROM stats.site_day
                    GROUP BY 1 ORDER BY 1
                    """) == "0 0 0 1\n1 6000000 6000000 8")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a box that was weighed doubtfully on leaving has no weight, and what arrives no gap to it")
    func doubtfulBoxes() async throws {
        try await WrittenFacts.with { _, facts in
            for (hour, flags) in [(8, 1), (12, 257)] {
                let ticket = "B\(hour)"
                try facts.weighing(
                    3, Self.at(0, "\(hour < 10 ? "0" : "")\(hour):00"), seq: hour, direction: 2, netG: 8_100_000,
                    tareSource: 2, flags: flags, ticket: ticket, plate: "京A10001")
                try facts.weighing(
                    4, Self.at(0, "\(hour < 10 ? "0" : "")\(hour):40"), seq: hour, direction: 1, netG: 8_000_000,
                    tareSource: 2, ticket: ticket, plate: "京A10001")
            }
            try facts.refresh()
            #expect(
                try facts.line(
                    "SELECT ticket, from_station_id, box_net_g, site_net_g, gap_g FROM stats.trip ORDER BY recorded_at")
                    == "B8 1 8100000 8000000 -100000\nB12 1 - 8000000 -")
            #expect(try facts.line("SELECT gap_g FROM stats.trip_day") == "-100000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a correction that names no tag keeps the vehicle of the one before")
    func correctedWithoutTag() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.session.execute(
                """
                INSERT INTO registry.tag_binding (vehicle_id, tag_tech, tag_id, valid)
                VALUES (1, 3, '\\x00000009', '[2020-01-01 00:00+08,)')
                """)
            try facts.weighing(
                4, Self.at(0, "09:00"), seq: 1, direction: 1, netG: 3_000_000, tareSource: 2, ticket: "T1", tag: 9)
            try facts.weighing(
                4, Self.at(0, "11:00"), seq: 2, direction: 1, netG: 2_500_000, tareSource: 2, ticket: "T1",
                supersedes: 1)
            try facts.refresh()
            #expect(try facts.line("SELECT vehicle_id, site_net_g FROM stats.trip") == "1 2500000")
            #expect(try facts.line("SELECT deliveries, carts FROM stats.station_day") == "1 0")
        }
    }

    @Test(
        "what leaves a station on a ticket that was opened there is no box, also for one who brings it to a plant the next day"
    )
    func openedTheDayBefore() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(3, Self.at(0, "10:00"), seq: 1, direction: 1, ticket: "T1", plate: "京A10001")
            try facts.weighing(
                3, Self.at(0, "20:00"), seq: 2, direction: 2, netG: 3_000_000, tareSource: 1, ticket: "T1",
                plate: "京A10001")
            try facts.weighing(
                4, Self.at(1, "05:00"), seq: 3, direction: 1, netG: 2_900_000, tareSource: 2, ticket: "T1",
                plate: "京A10001")
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 2 3000000 0 0\n1 1 2900000 0 0")
            #expect(
                try facts.line(
                    "SELECT station_id, disposal_facility_id, from_station_id, box_net_g, site_net_g FROM stats.trip ORDER BY service_date"
                )
                    == "1 0 0 - 3000000\n0 1 0 - 2900000")
        }
    }

    @Test("a scale without tickets opens none")
    func withoutTickets() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(3, Self.at(0, "09:00"), seq: 1, direction: 1, grossG: 90_000)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 0 0 0")
        }
    }

    @Test("a day with telemetry that was never made and has no mark is found by verify")
    func unmade() async throws {
        try await WrittenFacts.with { _, facts in
            // What the registry marked is made first.
            try facts.refresh()
            try facts.weighing(
                3, Self.at(0, "09:00"), seq: 1, direction: 1, netG: 2_000_000, tareSource: 2, ticket: "S",
                plate: "京A10001")
            try facts.session.execute("DELETE FROM stats.dirty_day; DELETE FROM stats.refreshed_day")
            let verifier = try RollupVerifier(facts.session)
            let wrong = try verifier.refreshedUnits().map { try verifier.verify($0) }.filter(\.isWrong)
            #expect(Set(wrong.map(\.unit.kind)) == [.record, .station, .trip])
        }
    }

    @Test("a kind that was never made on a day of which others were is found by verify")
    func unmadeKind() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(
                3, Self.at(0, "09:00"), seq: 1, direction: 1, netG: 2_000_000, tareSource: 2, ticket: "S",
                plate: "京A10001")
            try facts.refresh()
            #expect(try facts.wrongRows() == [])
            try facts.session.execute("DELETE FROM stats.trip; DELETE FROM stats.refreshed_day WHERE kind = 'trip'")
            #expect(try facts.wrongRows().map(\.table) == ["stats.trip"])
        }
    }

    @Test("a correction days later reaches both halves of a ticket over midnight")
    func correctedHalf() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.writeMidnightTicket(facts)
            try facts.refresh()
            try facts.weighing(
                4, Self.at(3, "09:00"), seq: 8, direction: 2, tareG: 5_500_000, netG: 3_500_000, tareSource: 1,
                supersedes: 2)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 0 0 0\n1 1 3500000 0 0")
            #expect(
                try facts.line("SELECT service_date - date '\(WrittenFacts.firstDay)', site_net_g FROM stats.trip")
                    == "0 3500000")
            // Without the one half the other is no gate's any more.
            try facts.weighing(4, Self.at(3, "10:00"), seq: 9, direction: 1, grossG: 0, supersedes: 1)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 0 0 0 0\n1 1 0 3500000 0")
            #expect(try facts.line("SELECT count(*) FROM stats.trip") == "0")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a correction may change the ticket, by which the other half is found")
    func correctedTicket() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.writeMidnightTicket(facts)
            try facts.weighing(
                4, Self.at(2, "09:00"), seq: 7, direction: 1, ticket: "T9", plate: "京A10001", supersedes: 1)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 0 0 1\n1 1 0 4000000 0")
            try facts.weighing(4, Self.at(3, "09:00"), seq: 8, direction: 1, ticket: "T1", supersedes: 7)
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 1 0 0 0\n1 1 4000000 0 0")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a weighing that says it corrects itself, or a later one, is a weighing")
    func ofItself() async throws {
        try await WrittenFacts.with { _, facts in
            for (seq, supersedes) in [(5, 5), (6, 9)] {
                try facts.weighing(
                    3, Self.at(0, "0\(seq):00"), seq: seq, direction: 1, netG: 1_000_000, tareSource: 2,
                    ticket: "S\(seq)", supersedes: supersedes)
            }
            try facts.weighing(
                3, Self.at(0, "09:00"), seq: 9, direction: 1, netG: 500_000, tareSource: 2, ticket: "S9")
            try facts.refresh()
            #expect(try Self.stations(facts) == "0 3 2500000 0 0")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a fault is told although another day has marks, and only what those may change is stale")
    func faultBesideMarks() async throws {
        try await WrittenFacts.with { _, facts in
            for day in 0...3 {
                try facts.weighing(
                    3, Self.at(day, "10:00"), seq: day + 1, direction: 1, netG: 3_000_000, tareSource: 2,
                    ticket: "S\(day)", plate: "京A10001")
            }
            try facts.refresh()
            // Of day 1, on the last day: that is marked for good.
            try facts.weighing(
                3, Self.at(3, "11:00"), seq: 31, direction: 1, netG: 2_000_000, tareSource: 2, supersedes: 2)
            try facts.session.execute("UPDATE stats.station_day SET in_net_g = 1; UPDATE stats.trip SET site_net_g = 1")
            let verifier = try RollupVerifier(facts.session)
            for kind in [RollupKind.station, .trip] {
                var wrong: [Bool] = []
                for day in 0...3 { wrong.append(try verifier.verify(try WrittenFacts.unit(day, kind)).isWrong) }
                #expect(wrong == [true, false, true, false], "\(kind)")
            }
        }
    }

    @Test("what was lifted on a day without a trip belongs to the first trip of the next days")
    func carried() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.lift(1, Self.at(0, "21:00"), seq: 1, netG: 60_000)
            try facts.lift(1, Self.at(1, "08:00"), seq: 2, netG: 30_000)
            try facts.weighing(
                4, Self.at(3, "10:00"), seq: 1, direction: 1, netG: 100_000, tareSource: 2, ticket: "T",
                plate: "京A10001")
            try facts.refresh()
            let trips = """
                SELECT service_date - date '\(WrittenFacts.firstDay)', lifts, lifts_net_g, gap_g FROM stats.trip ORDER BY 1
                """
            #expect(try facts.line(trips) == "3 2 90000 10000")
            try facts.lift(1, Self.at(0, "20:00"), seq: 3, netG: 5_000)
            #expect(try facts.refresh() == ["0 collection", "0 record", "0 trip", "3 trip"])
            #expect(try facts.line(trips) == "3 3 95000 5000")
            // There was a trip between them after all.
            try facts.weighing(
                4, Self.at(1, "07:00"), seq: 2, direction: 1, netG: 70_000, tareSource: 2, ticket: "U", plate: "京A10001"
            )
            #expect(try facts.refresh() == ["1 record", "1 station", "1 trip", "3 trip"])
            #expect(try facts.line(trips) == "1 2 65000 5000\n3 1 30000 70000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a vehicle's sheet counts the plants that it came to, not its trips")
    func plants() async throws {
        try await WrittenFacts.with { _, facts in
            for (terminal, clock) in [(4, "08:00"), (4, "11:00"), (3, "14:00")] {
                try facts.weighing(
                    terminal, Self.at(0, clock), seq: Int(clock.prefix(2)) ?? 0, direction: 1, netG: 1_000_000,
                    tareSource: 2, ticket: clock, plate: "京A10001")
            }
            try facts.refresh()
            #expect(try facts.line("SELECT trips, plant_trips, plants FROM stats.vehicle_day") == "3 2 1")
        }
    }
}
