import Postgres
import Rollups
import Testing

/// What is kept of a signed month, and what counts as a change of it.
@Suite("Rollups: signed months", .enabled(if: TestDatabase.isEnabled))
struct SignedMonthTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    /// Lifts, fixes and weighings on days 0 and 1, in May, and 2, in June; all refreshed.
    private static func with(_ body: (WrittenFacts) throws -> Void) async throws {
        try await WrittenFacts.with { _, facts in
            for day in 0...2 {
                try facts.lift(1, at(day, "08:00"), seq: 10 * day + 1)
                try facts.fix(1, at(day, "08:00"))
                try facts.weighing(
                    3, at(day, "10:00"), seq: day + 1, direction: 1, netG: 3_000_000, tareSource: 2, ticket: "S\(day)",
                    plate: "京A10001")
            }
            try facts.refresh()
            try body(facts)
        }
    }

    /// Each as `subject figure frozen current`.
    private static func differences(_ facts: WrittenFacts, in zone: String) throws -> [String] {
        try facts.session.execute("SET timezone = '\(zone)'")
        return try #require(try MonthReport("2026-05-01", session: facts.session).differences()).map {
            "\($0.subject) \($0.figure) \($0.frozen ?? "-") \($0.current ?? "-")"
        }
    }

    private static let zones = ["UTC", "Asia/Shanghai", "America/New_York"]

    @Test("whoever signs and whoever compares, and in whatever time zone: an instant stays the same", arguments: zones)
    func anyZone(signer: String) async throws {
        try await Self.with { facts in
            try facts.session.execute("SET timezone = '\(signer)'")
            _ = try MonthReport("2026-05-01", session: facts.session).freeze(by: "张", note: nil)
            let first = "SELECT figures ->> 'first_fix_at' FROM stats.frozen_figure WHERE subject = 'vehicle_month'"
            #expect(try facts.line(first) == "2026-05-30T08:00:00+08:00")
            for zone in Self.zones { #expect(try Self.differences(facts, in: zone) == [], "\(zone)") }
            // One that is another one is told, in local time.
            try facts.session.execute("SET timezone = 'Asia/Shanghai'")
            try facts.fix(1, Self.at(0, "07:00"), speedDkmh: 0)
            try facts.refresh()
            let told = try Self.differences(facts, in: signer).filter { $0.hasPrefix("vehicle_month first_fix_at") }
            #expect(
                told == ["vehicle_month first_fix_at 2026-05-30T08:00:00+08:00 2026-05-30T07:00:00+08:00"])
        }
    }

    @Test("a month that was frozen in another zone, before zones were thought of, shows no differences")
    func olderMonth() async throws {
        try await Self.with { facts in
            try facts.session.execute(
                """
                SET timezone = 'UTC';
                INSERT INTO stats.frozen_month (month, frozen_at, frozen_by) VALUES ('2026-05-01', now(), '张');
                INSERT INTO stats.frozen_figure SELECT month, subject, key, figures FROM stats.month_figure WHERE month = '2026-05-01'
                """)
            #expect(
                try facts.line("SELECT count(*) > 0 FROM stats.frozen_figure WHERE figures::text LIKE '%+00:00%'")
                    == "t"
            )
            for zone in Self.zones { #expect(try Self.differences(facts, in: zone) == [], "\(zone)") }
        }
    }

    private static let subjects = [
        "carrier_month", "community_month", "point_month", "site_month", "street_month", "terminal_month", "trip",
        "unit_month", "vehicle_month", "waste_month",
    ]

    @Test("all of a report is kept: areas, points, units, companies, vehicles, terminals, sites, and every load")
    func whole() async throws {
        try await Self.with { facts in
            let kept = "SELECT DISTINCT subject FROM stats.frozen_figure ORDER BY 1"
            _ = try MonthReport("2026-05-01", session: facts.session).freeze(by: "张", note: nil)
            #expect(try facts.line(kept) == Self.subjects.joined(separator: "\n"))
            let said = "SELECT string_agg(s, ' ' ORDER BY s) FROM stats.frozen_month, unnest(subjects) AS s"
            #expect(try facts.line(said) == Self.subjects.joined(separator: " "))
            // Half a tonne less, at another time of the month: of the load, and of what it adds to.
            try facts.weighing(
                3, Self.at(1, "15:00"), seq: 9, direction: 1, netG: 2_500_000, tareSource: 2, supersedes: 1)
            try facts.refresh()
            let changed = try Self.differences(facts, in: "UTC")
            #expect(changed.contains("trip site_net_g 3000000 2500000"), "\(changed)")
            #expect(changed.contains("waste_month brought_net_g 6000000 5500000"))
            #expect(changed.contains("terminal_month weighings 2 3"))
            #expect(!changed.contains { $0.hasPrefix("point_month") })
            #expect(
                try facts.line(
                    """
                    SELECT key ->> 'recorded_at' FROM stats.frozen_difference('2026-05-01')
                    WHERE subject = 'trip' AND figure = 'site_net_g'
                    """) == "2026-05-30T10:00:00")
        }
    }

    @Test("of a month that was signed with less, what was not kept is no difference")
    func signedWithLess() async throws {
        try await Self.with { facts in
            let old = Self.subjects.filter { !["point_month", "waste_month", "terminal_month", "trip"].contains($0) }
            let list = old.map { "'\($0)'" }.joined(separator: ", ")
            try facts.session.execute(
                """
                INSERT INTO stats.frozen_month (month, frozen_at, frozen_by, subjects)
                    VALUES ('2026-05-01', now(), '张', ARRAY[\(list)]);
                INSERT INTO stats.frozen_figure
                SELECT month, subject, key, figures - ARRAY['repeat_lifts', 'doubtful_repeats'] FROM stats.month_figure
                WHERE month = '2026-05-01' AND subject IN (\(list))
                """)
            #expect(try Self.differences(facts, in: "UTC") == [])
            // A row that there was not is one.
            try facts.lift(2, Self.at(0, "09:00"), seq: 1, netG: 7_000, tag: 2)
            try facts.refresh()
            let changed = try Self.differences(facts, in: "UTC")
            #expect(changed.contains("street_month net_g - 7000"), "\(changed)")
            #expect(changed.allSatisfy { line in old.contains { line.hasPrefix($0) } })
        }
    }

    @Test("of a month that was not signed there are no differences")
    func unsigned() async throws {
        try await Self.with { facts in
            let differences = try MonthReport("2026-05-01", session: facts.session).differences()
            #expect(differences == nil)
            #expect(try facts.line("SELECT count(*) FROM stats.frozen_difference('2026-05-01')") == "0")
        }
    }
}
