import Postgres
import Rollups
import TestSupport
import Testing

/// Whatever comes in whatever order, beside refreshes that are also killed: a day that nothing marks is right.
@Suite("Rollups: interleavings", .enabled(if: TestDatabase.isEnabled))
struct RollupInterleavingTests {
    /// What one writer does next, drawn from a seed.
    private struct Writer {
        let facts: WrittenFacts
        var random: SplitMix64
        var seq = 0
        /// Terminal and number of each.
        var weighings: [(terminal: Int, seq: Int)] = []
        var lifts: [(terminal: Int, at: Moment, tag: Int?)] = []

        private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

        /// A day and a second of it, as SQL too.
        struct Moment {
            let day, second: Int

            var sql: String {
                let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
                let (day, second) = (day + second / 86_400, second % 86_400)
                return WrittenFacts.time(day, "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))")
            }
        }

        private mutating func moment() -> Moment { Moment(day: pick(4), second: pick(86_400)) }

        mutating func step() throws {
            seq += 1
            let at = moment()
            switch pick(13) {
            case 0...2:
                // The tank becomes emptier and the odometer goes on, but for now and then. All fixes of ten minutes come late, or none.
                try facts.fix(
                    1 + pick(2), at.sql, speedDkmh: pick(3) * 200, lonE6: 116_000_000 + pick(50) * 1_000,
                    odometerHm: 1_000 + at.second / 30 + (pick(8) == 0 ? 700 : 0), fuelDl: 3_000 - at.second / 60,
                    lagS: at.second / 600 % 3 == 0 ? 3_600 : 1)
            case 3, 4:
                lifts.append((1 + pick(2), at, [1, 2, 9, nil][pick(4)]))
                try lift(lifts[lifts.count - 1], netG: pick(200) * 500 - 1_000)
            case 5:
                // Soon after another one, and hardly any weight: the same bin, if it is within three minutes.
                guard !lifts.isEmpty else { return }
                var again = lifts[pick(lifts.count)]
                again.at = Moment(day: again.at.day, second: again.at.second + pick(240))
                try lift(again, netG: pick(5) * 500)
            case 6, 7:
                weighings.append((3 + pick(2), seq))
                try facts.weighing(
                    weighings[weighings.count - 1].terminal, at.sql, seq: seq, direction: 1 + pick(2),
                    netG: pick(9) * 500_000, tareSource: pick(3), flags: [1, 1, 1, 33, 5][pick(5)],
                    ticket: [nil, "T\(pick(6))"][min(1, pick(8))], plate: ["京A10001", "京A10002", nil][pick(3)])
            case 8:
                // Of whatever was weighed before, itself a correction or not; made on whichever day, also before it.
                guard !weighings.isEmpty else { return }
                let original = weighings[pick(weighings.count)]
                weighings.append((original.terminal, seq))
                try facts.weighing(
                    original.terminal, at.sql, seq: seq, direction: 1, grossG: pick(2) * 8_000_000, netG: 0,
                    ticket: [nil, "T\(pick(6))"][pick(2)], supersedes: original.seq)
            case 9, 10: try judge()
            case 11: try rebind(at.sql)
            default: try close()
            }
        }

        private mutating func lift(_ lift: (terminal: Int, at: Moment, tag: Int?), netG: Int) throws {
            try facts.lift(
                lift.terminal, lift.at.sql, seq: seq, netG: netG, tag: lift.tag, mode: [1, 1, 6][pick(3)],
                flags: [1, 1, 1, 4, 256][pick(5)], quality: pick(3), wasteType: pick(3), lagS: [1, 3_600][pick(2)])
        }

        /// A collection is due, or what is known of it changes.
        private mutating func judge() throws {
            let outcome = ["on_time", "late", "missed", "unconfirmed", "excused", "pending"][pick(6)]
            let (day, hour) = (pick(4), [4, 9, 19, 23][pick(4)])
            let collected = WrittenFacts.time(day + pick(2), "0\(pick(10)):30")
            try facts.task(
                point: 1 + pick(2), day: day, "\(hour):00", wasteType: 1 + pick(2), outcome: outcome,
                collected: ["on_time", "late"].contains(outcome) ? collected : nil)
        }

        /// A tag, a bin or a terminal changes its place from some moment on; what was said for later is forgotten.
        private mutating func rebind(_ at: String) throws {
            let statements = [
                ("terminal_mount", "terminal_id", "vehicle_id", 1 + pick(2), 1 + pick(2)),
                ("terminal_mount", "terminal_id", ["station_id", "disposal_facility_id"][pick(2)], 3 + pick(2), 1),
                ("bin_placement", "bin_id", "collection_point_id", 1 + pick(2), 1 + pick(2)),
                ("vehicle_assignment", "vehicle_id", "carrier_id", 1 + pick(2), 1 + pick(2)),
                ("point_affiliation", "collection_point_id", "community_id", 1 + pick(2), 1 + pick(2)),
            ]
            let (table, key, value, of, to) = statements[pick(statements.count)]
            try facts.session.execute(
                """
                DELETE FROM registry.\(table) WHERE \(key) = \(of) AND lower(valid) >= \(at);
                UPDATE registry.\(table) SET valid = tstzrange(lower(valid), \(at)) WHERE \(key) = \(of) AND valid @> \(at);
                INSERT INTO registry.\(table) (\(key), \(value), valid) VALUES (\(of), \(to), tstzrange(\(at), NULL))
                """)
        }

        private mutating func close() throws {
            try facts.session.execute(
                "UPDATE registry.tag_binding SET bin_id = \(1 + pick(2)) WHERE tag_id = int4send(\(1 + pick(2)))")
        }
    }

    @Test(
        "nothing that is not marked is ever wrong, and in the end nothing is marked", arguments: [1, 2, 3] as [UInt64])
    func interleaved(seed: UInt64) async throws {
        try await TestDatabase.withSchema { database in
            let setUp = try database.session()
            try WrittenFacts(session: setUp).enterRegistry()
            setUp.close()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<2 as Range<UInt64> {
                    group.addTask {
                        try Self.write(to: database, seed: seed * 10 + number, firstSeq: Int(number) * 10_000)
                    }
                }
                for number in 0..<2 as Range<UInt64> {
                    group.addTask { try Self.refresh(database, seed: seed * 10 + 5 + number) }
                }
                try await group.waitForAll()
            }
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            #expect(try facts.wrongRows() == [])
            try facts.refresh()
            #expect(try facts.wrongRows() == [])
            #expect(
                try facts.line(
                    "SELECT (SELECT count(*) FROM stats.dirty_day) + (SELECT count(*) FROM stats.dirty_range)") == "0")
            // And what is there is right, by an account that has nothing to do with the definitions.
            let truth = try StatisticsTruth(storedIn: database)
            #expect(try truth.wrongFigures(in: database) == [])
            #expect(try truth.wrongSums(in: database) == [])
            // Every day is the same when it is made from nothing.
            let before = try facts.figures()
            try session.execute(
                """
                TRUNCATE stats.collection_day, stats.bin_day, stats.unbound_tag_day, stats.clearance_day, stats.track_day, stats.record_day, stats.station_day, stats.trip, stats.open_load;
                INSERT INTO stats.dirty_day (kind, service_date) SELECT kind, service_date FROM stats.refreshed_day
                """)
            try facts.refresh()
            #expect(try facts.figures() == before)
            #expect(try facts.wrongRows() == [])
        }
    }

    private static func write(to database: TestDatabase, seed: UInt64, firstSeq: Int) throws {
        let session = try database.session()
        defer { session.close() }
        var writer = Writer(facts: WrittenFacts(session: session), random: SplitMix64(seed: seed), seq: firstSeq)
        for _ in 0..<150 { try retried { try writer.step() } }
    }

    /// Refreshes beside the writers and another of its kind; now and then the connection goes away in the middle.
    private static func refresh(_ database: TestDatabase, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<25 {
            let session = try database.session()
            defer { session.close() }
            struct Killed: Error {}
            let kills = random.next() % 3 == 0
            let steps = random.next() % 4
            var done = 0
            do {
                _ = try RollupPass(session, waits: random.next() % 2 == 0).run(
                    .init(), isStopped: { done >= steps && kills }, report: { _ in done += 1 })
                if kills {
                    // A transaction that took marks and never ended.
                    try session.execute("BEGIN; DELETE FROM stats.dirty_day; DELETE FROM stats.trip")
                }
            } catch let error as PostgresError
                where error.sqlState == .deadlockDetected || error.sqlState == .serializationFailure
            {
                continue
            }
            guard !kills else { continue }
            let wrong = try WrittenFacts(session: session).wrongRows()
            #expect(wrong == [])
        }
    }

    /// Two writers may close the same binding.
    private static func retried(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as PostgresError
            where error.sqlState?.classCode == "40" || error.sqlState?.classCode == "23"
        {}
    }
}
