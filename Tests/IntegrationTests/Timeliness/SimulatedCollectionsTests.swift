import Foundation
import Postgres
import Testing
import Timeliness

/// Simulated days whose right answers are known, judged in several ways.
@Suite("Timeliness on simulated days", .enabled(if: TestDatabase.isEnabled))
struct SimulatedCollectionsTests {
    private static let evening = "2025-03-02T23:59:00+08:00"
    private static let end = "2025-03-04T01:00:00+08:00"

    @Test(
        "warnings equal the truth, however often and by whomever the day is checked, and a recheck changes nothing",
        arguments: 1...3)
    func equalsTruth(seed: Int) async throws {
        try await SimulatedCollections.with(seed: seed) { day in
            let expected = try day.expected()
            // Otherwise the day proves nothing.
            let offline = seed == 2 ? [] : ["terminal_offline unconfirmed"]
            for end in ["on_time - -", "late", "no_visit raised", "visit_no_read raised"] + offline {
                #expect(expected.contains { $0.contains(end) }, "seed \(seed) has no \(end)")
            }

            let session = try day.database.session()
            defer { session.close() }
            let check = TimelinessCheck(session)
            for moment in [Self.evening, Self.end] { _ = try check.check(at: moment) }
            #expect(try day.judged() == expected)
            let warnings = try day.database.count(
                "SELECT count(*) FROM ops.warning WHERE kind = 'late_collection' AND service_date = '\(SimulatedCollections.day)'"
            )
            #expect(warnings == expected.count { !$0.hasSuffix(" -") })
            let once = try day.tables()
            #expect(try check.check(at: Self.end).events.isEmpty)
            #expect(try day.tables() == once)

            for date in [SimulatedCollections.dayBefore, SimulatedCollections.day] {
                let again = try check.recheck(date, at: Self.end)
                #expect(again.events.isEmpty && again.collected == 0, "\(again)")
            }
            #expect(try day.tables() == once)

            try day.forgetChecks()
            for moment in try Self.moments() { _ = try check.check(at: moment) }
            Self.expectEqual(try day.tables(), once, "step by step")

            try day.forgetChecks()
            try await Self.checkTwiceAndKill(day)
            Self.expectEqual(try day.tables(), once, "two at once, and killed")
        }
    }

    /// What differs, not two thousand lines.
    private static func expectEqual(_ one: [String], _ other: [String], _ what: Comment) {
        let difference = Set(one).symmetricDifference(other).sorted().prefix(6)
        #expect(difference.isEmpty && one.count == other.count, what)
    }

    /// Every minute around two deadlines, and every quarter of an hour besides.
    private static func moments() throws -> [String] {
        let start = try SimulatedCollections.instant("2025-03-03T03:00:00+08:00")
        let minutes = (0...22 * 60).filter { minute in
            minute.isMultiple(of: 15) || (235...275).contains(minute) || (775...800).contains(minute)
        }
        return [evening] + minutes.map { start.addingTimeInterval(Double($0) * 60).formatted(.iso8601) } + [end]
    }

    /// Checks are processes: of one the end is not waited for, of others two run at once.
    private static func checkTwiceAndKill(_ day: SimulatedCollections) async throws {
        for moment in [
            evening, "2025-03-03T07:01:00+08:00", "2025-03-03T08:30:00+08:00", "2025-03-03T16:01:00+08:00", end,
        ] {
            let arguments = ["check", "--at", moment, "--database-url", day.database.url]
            let victim = try ChildProcess(
                BuiltProduct.url("qingyun-timeliness"), arguments: arguments, environment: ["PATH": "/usr/bin:/bin"])
            _ = try await eventually("work of the check, or its end") {
                let isAtWork = try day.database.count(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = 'qingyun-timeliness' AND query LIKE '%timeliness_%'
                    """)
                return isAtWork > 0 || victim.exitStatus != nil ? true : nil
            }
            victim.send(signal: SIGKILL)
            _ = try await eventually("the end of the check") { victim.exitStatus }
            async let one = FinishedCommand.run("qingyun-timeliness", arguments)
            async let other = FinishedCommand.run("qingyun-timeliness", arguments)
            for command in [try await one, try await other] { #expect(command.status == 0, "\(command.errors)") }
        }
    }

    @Test("a window that passed is warned of before its silent terminal comes back, and the late data settle it")
    func lateData() async throws {
        try await SimulatedCollections.with(seed: 3) { day in
            #expect(try day.expected().contains { $0.hasSuffix("withdrawn") })
            let session = try day.database.session()
            defer { session.close() }
            let check = TimelinessCheck(session)
            _ = try check.check(at: Self.evening)
            // Just after the early windows.
            let moment = "2025-03-03T07:01:00+08:00"
            _ = try check.check(at: moment)
            let now = try SimulatedCollections.instant(moment)
            let warned = try day.windows.filter { window in
                guard try SimulatedCollections.instant(window.closesAt) < now else { return false }
                guard window.outcome == "on_time", let reportedAt = window.reportedAt else { return true }
                return try SimulatedCollections.instant(reportedAt) > now
            }
            #expect(!warned.isEmpty)
            let open = try day.database.query(
                """
                SELECT concat_ws(' ', p.code, y.code, \(SimulatedCollections.iso("n.window_start"))) AS line, n.state
                FROM ops.warning_now AS n
                JOIN registry.collection_point AS p ON p.collection_point_id = n.collection_point_id
                JOIN registry.waste_type AS y ON y.waste_type = n.waste_type
                WHERE n.service_date = '\(SimulatedCollections.day)'
                """)
            #expect(
                open.map { $0["line"] ?? "" }.sorted()
                    == warned.map { "\($0.point) \($0.wasteType) \($0.opensAt)" }.sorted())
            #expect(open.allSatisfy { ["raised", "unconfirmed"].contains($0["state"]) })
            _ = try check.check(at: Self.end)
            #expect(try day.judged() == day.expected())
        }
    }
}
