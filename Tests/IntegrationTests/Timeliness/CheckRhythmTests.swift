import Postgres
import Testing
import Timeliness

@Suite("Timeliness: whenever and however often it is checked", .enabled(if: TestDatabase.isEnabled))
struct CheckRhythmTests {
    /// Records of one bin that come in another order than they were made: device time, time of receipt. The first window may be served until
    /// 11:10 and is warned of at 11:11, the second one until 16:10.
    private static let lifts = [
        // Late within the patience, the earlier one told later.
        ("11:10:20", "11:10:22"), ("11:10:05", "11:10:50"), ("11:30:00", "11:31:00"),
        // Late, and then in time after all.
        ("17:00:00", "17:05:00"), ("16:30:00", "17:05:20"), ("15:00:00", "18:00:30"), ("14:30:00", "18:00:40"),
    ]

    /// `action at lift` of every event, in the order of windows and steps.
    private static func events(_ bench: CollectionBench) throws -> [String] {
        try bench.session.query(
            """
            SELECT concat_ws(' ', e.action, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'),
                substr(e.evidence #>> '{lift,recorded_at}', 12, 8), e.evidence #>> '{lift,vehicle}') AS line
            FROM ops.warning_event AS e JOIN ops.warning AS w ON w.warning_id = e.warning_id
            WHERE w.kind = 'late_collection' AND w.service_date = '2026-03-10'
            ORDER BY w.window_start, e.seq
            """
        ).map { $0["line"] ?? "" }
    }

    private static func with(_ check: (CollectionBench) async throws -> Void) async throws -> [String] {
        var rows: [String] = []
        try await CollectionBench.with { bench in
            for (recorded, received) in Self.lifts { try bench.lift(recorded, netG: 40_000, received: received) }
            try await check(bench)
            rows = try bench.rows()
        }
        return rows
    }

    private static let minutes =
        [11: 5...35, 16: 5...15, 17: 0...10, 18: 0...4].sorted { $0.key < $1.key }.flatMap { hour, minutes in
            minutes.map { "\(hour):\($0 < 10 ? "0" : "")\($0):00" }
        }

    @Test(
        "what was known when is told the same, by a check a minute, one at the end, some at odd times and two at once")
    func rhythms() async throws {
        let once = try await Self.with { bench in
            try bench.check("23:00")
            #expect(
                try Self.events(bench) == [
                    "raise 11:11:00", "collect 11:11:00 11:10:20 京AG1234",
                    "raise 16:11:00", "collect 17:05:00 17:00:00 京AG1234", "withdraw 18:00:30 15:00:00 京AG1234",
                ])
            #expect(
                try bench.tasks() == [
                    "late - 11:10:05 lift collected_late", "on_time - 14:30:00 lift withdrawn",
                ])
            // Nothing is left to say, whatever is looked at again.
            #expect(try bench.recheck("23:30").changesNothing)
        }
        let odd = ["11:10:30", "11:11:40", "17:05:10", "17:06:00", "18:00:35", "23:00:00"]
        let stepwise = try await Self.with { bench in for moment in Self.minutes + ["23:00"] { try bench.check(moment) }
        }
        let oddly = try await Self.with { bench in for moment in odd { try bench.check(moment) } }
        let twice = try await Self.with { bench in
            let database = bench.database
            for moment in odd {
                try await withThrowingTaskGroup { group in
                    for _ in 1...2 {
                        group.addTask {
                            let session = try database.session()
                            defer { session.close() }
                            _ = try TimelinessCheck(session).check(at: CollectionBench.instant(moment))
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
        #expect(Set(stepwise).symmetricDifference(once) == [])
        #expect(Set(oddly).symmetricDifference(once) == [])
        #expect(Set(twice).symmetricDifference(once) == [])
    }
}

extension CheckSummary {
    fileprivate var changesNothing: Bool { planned == 0 && collected == 0 && events.isEmpty }
}
