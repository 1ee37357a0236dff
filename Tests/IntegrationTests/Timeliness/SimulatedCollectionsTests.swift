import Foundation
import Postgres
import Testing
import Timeliness

/// Simulated days whose right answers are known, judged in several ways.
@Suite("Timeliness on simulated days", .enabled(if: TestDatabase.isEnabled))
struct SimulatedCollectionsTests {
    /// Before the first window there is, and before the day.
    private static let before = ["2025-03-01T21:00:00+08:00", "2025-03-02T23:59:00+08:00"]
    private static let end = "2025-03-04T01:00:00+08:00"

    @Test(
        "warnings equal the truth with all that goes wrong, however often and by whomever the day is checked, and a recheck changes nothing",
        arguments: [5, 9, 56])
    func equalsTruth(seed: Int) async throws {
        try await SimulatedCollections.with(seed: seed) { day in
            let expected = try day.expected()
            Self.expectAllOfIt(day, expected)
            let truth = expected.map(\.line)

            let session = try day.database.session()
            defer { session.close() }
            try day.forgetChecks()
            for moment in Self.before + [Self.end] { try Self.check(session, at: moment) }
            try await day.tell(at: Self.end)
            Self.expectEqual(try day.judged(), truth, "once at the end")
            #expect(
                try day.duties() == [
                    "D1 present", "D2 left_early duty_left_early raised left_early",
                    "D3 absent duty_absent raised not_seen",
                    "D4 present duty_absent unconfirmed terminal_offline, withdrawn terminal_offline",
                ])
            try Self.expectSoundMessages(day)
            let once = try day.tables()
            #expect(try TimelinessCheck(session).check(at: Self.end).events.isEmpty)
            #expect(try day.tables() == once)

            for date in [SimulatedCollections.dayBefore, SimulatedCollections.day] {
                let again = try TimelinessCheck(session).recheck(date, at: Self.end)
                #expect(again.events.isEmpty && again.collected == 0, "\(again)")
            }
            #expect(try day.tables() == once)

            try day.forgetChecks()
            try await Self.checkStepByStep(day, session, expected)
            Self.expectEqual(try day.tables(), once, "step by step")

            try day.forgetChecks()
            try await Self.checkTwiceAndKill(day, session)
            Self.expectEqual(try day.tables(), once, "two at once, and killed")
            try Self.expectSoundMessages(day)

            try await Self.runAndKill(day, session, expected)
        }
    }

    /// Otherwise the day proves nothing.
    private static func expectAllOfIt(_ day: SimulatedCollections, _ expected: [SimulatedCollections.Expected]) {
        let whatIs = Set(expected.map { [$0.outcome, $0.cause, $0.evidence, $0.state].joined(separator: " ") })
        for what in [
            "on_time - lift -", "on_time - lift withdrawn", "on_time - volume_estimate -", "on_time - tag_read -",
            "late - lift collected_late", "missed no_visit - raised", "missed visit_no_read - raised",
            "unconfirmed terminal_offline - unconfirmed", "excused - - -", "pending - - -",
        ] {
            #expect(whatIs.contains(what), "nothing is \(what)")
        }
        #expect(Set(expected.map(\.raisedFor)) == ["-", "no_visit", "visit_no_read", "terminal_offline"])
        #expect(expected.contains { $0.raisedFor == "terminal_offline" && $0.cause != $0.raisedFor })
        #expect(
            day.faults.isSuperset(of: ["touch", "negative", "volume_estimate", "no_weight", "double", "unknown_tag"]))
        // In the grace, and in a night that was served.
        #expect(day.windows.contains { $0.outcome == "late" && $0.wasteType == "kitchen" })
        let nights = expected.filter { $0.start.formatted(.iso8601).contains("T14:00") && $0.outcome != "pending" }
        #expect(Set(nights.map(\.outcome)).count > 1, "\(nights)")
    }

    /// What differs, not two thousand lines.
    private static func expectEqual(_ one: [String], _ other: [String], _ what: String) {
        let difference = Set(one).symmetricDifference(other).sorted().prefix(8)
        #expect(difference.isEmpty && one.count == other.count, "\(what):\n\(difference.joined(separator: "\n"))")
    }

    private static func expectSoundMessages(_ day: SimulatedCollections) throws {
        let faults = try day.messageFaults()
        #expect(faults.isEmpty, "\(faults.prefix(8).joined(separator: "\n"))")
    }

    private static func check(_ session: PostgresSession, at moment: String?) throws {
        _ = try TimelinessCheck(session).check(at: moment)
        _ = try DutyCheck(session).check(at: moment)
    }

    // MARK: Every minute

    /// Local hours and minutes of the deadlines, and of the end of the grace of those that have a minute.
    private static let deadlines = [7 * 60, 8 * 60 + 30, 9 * 60 + 15, 16 * 60, 22 * 60, 23 * 60 + 30]

    /// Every minute around each deadline, and every quarter of an hour besides. Messages are sent now and then.
    private static func checkStepByStep(
        _ day: SimulatedCollections, _ session: PostgresSession, _ expected: [SimulatedCollections.Expected]
    ) async throws {
        for moment in before { try check(session, at: moment) }
        let midnight = try SimulatedCollections.instant("2025-03-03T00:00:00+08:00")
        for minute in 3 * 60...25 * 60 {
            let sinceDeadline = deadlines.map { minute - $0 }.filter { (-1...12).contains($0) }.max()
            guard minute.isMultiple(of: 15) || sinceDeadline != nil else { continue }
            let moment = midnight.addingTimeInterval(Double(minute) * 60)
            try check(session, at: moment.formatted(.iso8601))
            guard sinceDeadline == 12 else { continue }
            // By now everybody was warned of, with the cause that showed then, and nobody else.
            let warned = expected.filter { $0.raisedFor != "-" && $0.decidedAt <= moment }.map {
                [$0.point, $0.waste, $0.start.formatted(.iso8601), $0.raisedFor].joined(separator: " ")
            }
            expectEqual(try day.raised(), warned.sorted(), "warned of at \(moment)")
            try await day.tell(at: moment.formatted(.iso8601))
            try Self.expectSoundMessages(day)
        }
        try await day.tell(at: end)
    }

    // MARK: Two at once, and killed

    private static func arguments(_ day: SimulatedCollections, _ moment: String) -> [String] {
        ["check", "--at", moment, "--database-url", day.database.url]
    }

    /// Checks are processes: one is killed in its transaction, then two run at once.
    private static func checkTwiceAndKill(_ day: SimulatedCollections, _ session: PostgresSession) async throws {
        let moments = before + ["2025-03-03T07:02:00+08:00", "2025-03-03T08:31:00+08:00"]
        for moment in moments + ["2025-03-03T09:16:00+08:00", "2025-03-03T16:02:00+08:00", end] {
            let arguments = arguments(day, moment)
            if moment.contains("T09:16") {
                // What is left to do is to judge the duties.
                _ = try TimelinessCheck(session).check(at: moment)
            }
            if !before.contains(moment) {
                try await killWhileItWaits(day, transactions: 1) { try start(arguments, day) }
            }
            async let one = FinishedCommand.run("qingyun-timeliness", arguments)
            async let other = FinishedCommand.run("qingyun-timeliness", arguments)
            for command in [try await one, try await other] { #expect(command.status == 0, "\(command.errors)") }
            try await day.tell(at: moment, senders: 2)
        }
        // Of two at once the second may have noted what the first one did not group any more.
        try await day.tell(at: end)
    }

    private static func start(_ arguments: [String], _ day: SimulatedCollections) throws -> ChildProcess {
        try ChildProcess(
            BuiltProduct.url("qingyun-timeliness"), arguments: arguments,
            environment: ["QINGYUN_DATABASE_URL": day.database.url, "PATH": "/usr/bin:/bin"])
    }

    /// Kills a process while its transactions, with all else done, wait for the register: nothing of them may be left.
    /// - Parameters:
    ///   - transactions: how many it has.
    ///   - beside: done while it waits.
    private static func killWhileItWaits(
        _ day: SimulatedCollections, transactions: Int, _ start: () throws -> ChildProcess,
        beside: () throws -> Void = {}
    ) async throws {
        let before = try day.tables()
        let blocker = try day.database.session()
        defer { blocker.close() }
        try blocker.query("SELECT pg_advisory_lock(hashtextextended('ops.warning_event', 0))")
        let victim = try start()
        let waiting = try await eventually("its wait for the register") { () -> [String]? in
            let rows = try day.database.query(
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'qingyun-timeliness' AND backend_xid IS NOT NULL
                    AND wait_event_type = 'Lock' AND wait_event = 'advisory'
                """)
            return rows.count == transactions ? rows.map { $0["pid"] ?? "" } : nil
        }
        try beside()
        #expect(victim.exitStatus == nil)
        victim.send(signal: SIGKILL)
        #expect(try await eventually("its end") { victim.exitStatus } == 128 + SIGKILL)
        try blocker.query("SELECT pg_advisory_unlock(hashtextextended('ops.warning_event', 0))")
        _ = try await eventually("the end of its transactions") {
            let left = try day.database.query(
                "SELECT FROM pg_stat_activity WHERE pid IN (\(waiting.joined(separator: ", ")))")
            return left.isEmpty ? true : nil
        }
        #expect(try day.tables() == before)
    }

    /// A daemon is killed in its transactions, and another one takes over.
    private static func runAndKill(
        _ day: SimulatedCollections, _ session: PostgresSession, _ expected: [SimulatedCollections.Expected]
    ) async throws {
        // As of now the last night is over too.
        try day.forgetChecks()
        for moment in before.map(Optional.some) + [nil] { try check(session, at: moment) }
        let once = try day.tables(withDaysAfter: false)
        let isOver = { (line: String) in !line.contains("pending") }
        let past = try day.judged()
        let lines = expected.map(\.line).filter(isOver)
        #expect(Set(lines).subtracting(past) == [])

        try day.forgetChecks()
        for moment in before { try check(session, at: moment) }
        let arguments = ["run", "--interval", "1"]
        var other: ChildProcess?
        // Collections and duties.
        try await killWhileItWaits(day, transactions: 2) {
            try start(arguments, day)
        } beside: {
            other = try start(arguments, day)
        }
        let second = try #require(other)
        _ = try await eventually("the day to be judged by the other one") {
            let pending = try day.database.count(
                """
                SELECT (SELECT count(*) FROM ops.collection_task WHERE outcome = 'pending' AND service_date <= '\(SimulatedCollections.day)')
                    + (SELECT count(*) FROM ops.duty_task WHERE outcome = 'pending' OR outcome = 'unconfirmed') AS n
                """)
            return pending == 0 ? true : nil
        }
        second.send(signal: SIGTERM)
        #expect(try await eventually("its end") { second.exitStatus } == 0)
        expectEqual(try day.tables(withDaysAfter: false), once, "run, killed and taken over")
    }
}
