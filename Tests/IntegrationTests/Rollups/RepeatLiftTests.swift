import Postgres
import Rollups
import Testing

@testable import Report

/// A bin that is shaken twice is two records and one bin; who pays by bins pays for one.
@Suite("Rollups: bins that are shaken twice", .enabled(if: TestDatabase.isEnabled))
struct RepeatLiftTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    private struct Record {
        let clock: String
        let netG: Int
        var terminal = 1
        var tag: Int? = 1
        var mode = 1
        var flags = 1
        let isRepeat: Bool
    }

    private static let records = [
        Record(clock: "08:00:00", netG: 50_000, isRepeat: false),
        // Another reader sees the tag: another lift.
        Record(clock: "08:00:20", netG: 500, terminal: 2, isRepeat: false),
        Record(clock: "08:00:40", netG: 500, isRepeat: true),
        // Water: doubtful, and the same bin still.
        Record(clock: "08:02:50", netG: -500, isRepeat: true),
        // 190 s after the bin, and heavier than what came since.
        Record(clock: "08:03:10", netG: 900, isRepeat: false),
        // Light, and nothing before it; then one that is heavier; then one of 2 kg.
        Record(clock: "09:00:00", netG: 1_500, tag: 2, isRepeat: false),
        Record(clock: "09:01:00", netG: 1_900, tag: 2, isRepeat: false),
        Record(clock: "09:30:00", netG: 30_000, tag: 2, isRepeat: false),
        Record(clock: "09:32:00", netG: 2_000, tag: 2, isRepeat: false),
        // Three minutes after a heavier one, to the second.
        Record(clock: "09:35:00", netG: 1_999, tag: 2, isRepeat: true),
        // Without a weight: an estimate, and a sensor that is broken.
        Record(clock: "10:00:00", netG: 50_000, isRepeat: false),
        Record(clock: "10:01:00", netG: 1_000, mode: 6, isRepeat: false),
        Record(clock: "10:02:00", netG: 0, flags: 257, isRepeat: false),
        // Nobody knows which bin.
        Record(clock: "11:00:00", netG: 50_000, tag: nil, isRepeat: false),
        Record(clock: "11:00:30", netG: 500, tag: nil, isRepeat: false),
    ]

    @Test("the second record of a bin is counted apart, in no other way than the timeliness job leaves it out")
    func counted() async throws {
        try await WrittenFacts.with { _, facts in
            for (number, record) in Self.records.enumerated() {
                try facts.lift(
                    record.terminal, Self.at(0, record.clock), seq: number + 1, netG: record.netG, tag: record.tag,
                    mode: record.mode, flags: record.flags)
            }
            try facts.refresh()
            let repeated = Self.records.filter(\.isRepeat)
            #expect(
                try facts.line("SELECT sum(lifts), sum(repeat_lifts), sum(doubtful_repeats) FROM stats.collection_day")
                    == "\(Self.records.count) \(repeated.count) 1")
            #expect(
                try facts.line("SELECT bin_id, lifts, repeat_lifts FROM stats.bin_day ORDER BY 1")
                    == [1, 2].map { bin in
                        "\(bin) \(Self.records.count { $0.tag == bin }) \(repeated.count { $0.tag == bin })"
                    }.joined(separator: "\n"))
            for view in ["point_day", "street_month", "vehicle_week", "carrier_year", "waste_quarter"] {
                #expect(
                    try facts.line("SELECT sum(lifts), sum(repeat_lifts) FROM stats.\(view)")
                        == "\(Self.records.count) \(repeated.count)", "\(view)")
            }
            // Their weight stays in the sums.
            let weighed = Self.records.filter { $0.netG >= 0 && $0.mode != 6 && $0.flags == 1 }
            #expect(
                try facts.line("SELECT sum(net_g) FROM stats.collection_day")
                    == "\(weighed.reduce(0) { $0 + $1.netG })")
            #expect(
                try facts.line("SELECT sum(bins) FROM report.collection") == "\(Self.records.count - repeated.count)")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a record without a time of its own is no repetition, and makes none of another")
    func withoutTime() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.lift(1, Self.at(0, "08:00:00"), seq: 1, netG: 50_000)
            try facts.lift(1, Self.at(0, "08:00:30"), seq: 2, netG: 500)
            for seq in 1...2 {
                try facts.session.execute(
                    "UPDATE telemetry.lift SET time_quality = CASE seq WHEN \(seq) THEN 1 ELSE 0 END")
                try facts.session.execute(
                    "INSERT INTO stats.dirty_day (kind, service_date) VALUES ('collection', '\(WrittenFacts.firstDay)')"
                )
                try facts.refresh()
                #expect(try facts.line("SELECT sum(repeat_lifts) FROM stats.collection_day") == "0", "\(seq)")
            }
        }
    }

    @Test("a bin that is shaken over midnight: late data of the one day reach the other, and no other day")
    func midnight() async throws {
        try await WrittenFacts.with { database, facts in
            try facts.lift(1, Self.at(1, "00:00:20"), seq: 2, netG: 500)
            try facts.lift(1, Self.at(2, "00:00:20"), seq: 3, netG: 500)
            try facts.refresh()
            let repeats = """
                SELECT service_date - date '\(WrittenFacts.firstDay)', sum(lifts), sum(repeat_lifts)
                FROM stats.collection_day GROUP BY 1 ORDER BY 1
                """
            #expect(try facts.line(repeats) == "1 1 0\n2 1 0")
            try facts.lift(1, Self.at(0, "23:58:00"), seq: 1, netG: 40_000)
            // What waits for its refresh is no fault.
            let unit = try WrittenFacts.unit(1, .collection)
            let waiting = try RollupVerifier(facts.session).verify(unit)
            #expect(waiting.isStale && waiting.count > 0)
            #expect(!(try RollupVerifier(facts.session).verify(try WrittenFacts.unit(2, .collection)).isStale))
            #expect(try facts.refresh() == ["0 collection", "0 record", "0 trip", "1 collection"])
            #expect(try facts.line(repeats) == "0 1 0\n1 1 1\n2 1 0")
            #expect(try facts.wrongRows() == [])

            // The lifts of a day stay as long as the next one may be made again.
            let run = { (arguments: String, name: String) in
                try await FinishedCommand.run(
                    name, arguments.split(separator: " ").map(String.init),
                    environment: ["QINGYUN_DATABASE_URL": database.url])
            }
            #expect(try await run("verify", "qingyun-rollups").status == 0)
            let first = try await run("partitions drop --before 2026-05-31", "qingyun")
            #expect(first.status == 0 && first.output.contains("kept lifts of 2026-05-30"), "\(first.output)")
            #expect(try await run("refresh --from 2026-05-31 --to 2026-05-31", "qingyun-rollups").status == 0)
            #expect(try await run("verify", "qingyun-rollups").status == 0)
            #expect(try facts.line(repeats) == "0 1 0\n1 1 1\n2 1 0")
            for _ in 1...2 {
                let next = try await run("partitions drop --before 2026-06-01", "qingyun")
                #expect(next.status == 0, "\(next.output)\(next.errors)")
            }
            #expect(
                try facts.line("SELECT min(day) > '2026-05-31' FROM telemetry.day_partition WHERE table_name = 'lift'")
                    == "t")
            #expect(try facts.line(repeats) == "0 1 0\n1 1 1\n2 1 0")
        }
    }

    @Test("a settlement sheet bills bins that were emptied, doubtful ones too, and all kilograms")
    func settlement() async throws {
        try await WrittenFacts.with { _, facts in
            // Twice shaken; then one beyond the scale.
            for (clock, netG, flags) in [
                ("20:00:00", 40_000, 1), ("20:00:30", 600, 1), ("20:01:00", -500, 1), ("21:00:00", 300_000, 5),
            ] {
                try facts.lift(
                    2, Self.at(0, clock), seq: Int(clock.filter(\.isNumber)) ?? 0, netG: netG, tag: 2, flags: flags)
            }
            try facts.refresh()
            let span = ["from": WrittenFacts.firstDay, "to": WrittenFacts.firstDay]
            let sheet = try facts.session.query(
                try QueryCatalog.named("16").select(span.merging(["waste": "residual"]) { _, new in new }))
            #expect(
                sheet.map { [$0["unit_code"], $0["bins"], $0["doubtful_bins"], $0["settled_kg"], $0["amount_yuan"]] }
                    == [["u2", "2", "1", "40.600", "12.18"]])
            let bins = try facts.session.query(
                try QueryCatalog.named("15").select(span.merging(["rows": "all"]) { _, new in new }))
            #expect(
                bins.map { [$0["bin_code"], $0["lifts"], $0["emptyings"]] } == [["b1", "0", "0"], ["b2", "4", "2"]])
        }
    }
}
