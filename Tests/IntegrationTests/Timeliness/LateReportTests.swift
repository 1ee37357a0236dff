import Postgres
import Testing
import Timeliness

/// The first window of the bench may be served until 11:10 and is warned of at 11:11, the second one until 16:10 and at 16:11. What comes late is
/// believed five minutes after it came.
@Suite("Timeliness: what vehicles report late", .enabled(if: TestDatabase.isEnabled))
struct LateReportTests {
    private static func each(_ hour: Int, _ minutes: ClosedRange<Int>) -> [String] {
        minutes.map { "\(hour):\($0 < 10 ? "0" : "")\($0):00" }
    }

    @Test("a vehicle that stood there before its link was back is a visit as soon as that is believed, whoever it is")
    func visit() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "11:10:00", isThere: false)
            // Not the usual one; of the first window nothing was known of it, and in the second its link dropped minutes before the end.
            let other = "13912345679"
            try bench.report(from: "10:52:00", to: "10:55:00", isThere: true, received: "11:15:00", terminal: other)
            try bench.report(from: "13:30:00", to: "16:10:00", isThere: false)
            try bench.report(from: "14:00:00", to: "15:58:00", isThere: false, terminal: other)
            try bench.report(from: "16:02:00", to: "16:05:00", isThere: true, received: "16:15:00", terminal: other)
            for time in ["11:11", "11:15", "11:19:59"] {
                try bench.check(time)
                #expect(try bench.tasks()[0] == "missed no_visit - - raised", "at \(time)")
            }
            try bench.check("11:20")
            #expect(try bench.tasks()[0] == "missed visit_no_read - - raised")
            #expect(
                try bench.session.query(
                    "SELECT evidence #>> '{near,0,vehicle}' AS vehicle, evidence #>> '{near,0,to}' AS stood_to FROM ops.warning_event "
                        + "WHERE action = 'revise'"
                ).map { "\($0["vehicle"] ?? "") \($0["stood_to"] ?? "")" } == ["京AD12345 2026-03-10T10:55:00+08:00"])
            #expect(try bench.check("11:21").events.isEmpty)
            try bench.check("16:30")
            #expect(try bench.tasks()[1] == "missed visit_no_read - - raised")
            let revised = try bench.session.query(
                "SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS') AS at FROM ops.warning_event WHERE action = 'revise' ORDER BY at"
            )
            #expect(revised.map { $0["at"] } == ["11:20:00", "16:20:00"])
            #expect(try bench.recheck("17:00").events.isEmpty)
        }
    }

    @Test("who only passed, or came after the deadline, changes nothing")
    func noVisit() async throws {
        try await CollectionBench.with { bench in
            let other = "13912345679"
            try bench.report(from: "10:52:00", to: "10:52:40", isThere: true, received: "11:15:00", terminal: other)
            try bench.report(from: "16:11:00", to: "16:14:00", isThere: true, received: "16:20:00", terminal: other)
            for time in ["11:11", "11:20", "16:11", "16:25", "17:00"] { try bench.check(time) }
            #expect(try bench.tasks() == ["missed no_visit - - raised", "missed no_visit - - raised"])
            #expect(try bench.session.query("SELECT FROM ops.warning_event WHERE action <> 'raise'").isEmpty)
        }
    }

    @Test("late reports are told the same by a check a minute, one at the end and some at odd times")
    func rhythms() async throws {
        let happened = { (bench: CollectionBench) in
            // The usual vehicle's terminal dies; another vehicle stood there, which is told first, and then it comes back itself.
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.report(from: "09:30:10", to: "11:10:00", isThere: false, received: "11:40:00")
            let other = "13912345679"
            try bench.report(from: "10:52:00", to: "10:55:00", isThere: true, received: "11:15:00", terminal: other)
            // More of what it stored, of the same stop.
            try bench.report(from: "10:55:10", to: "10:57:00", isThere: true, received: "11:30:00", terminal: other)
            // Nobody came to the second window; a visit is told late, and then a collection after the deadline.
            try bench.report(from: "13:30:00", to: "16:10:00", isThere: false)
            try bench.report(from: "15:00:00", to: "15:03:00", isThere: true, received: "16:15:00", terminal: other)
            try bench.lift("17:00:00", netG: 40_000, received: "17:05:00")
        }
        let once = try await CollectionBench.rows(checkedAt: ["23:00"], happened)
        #expect(once.count { $0.contains("visit_no_read") && $0.hasPrefix("event") } == 2)
        let minutes = Self.each(11, 10...50) + Self.each(16, 10...25) + Self.each(17, 0...6) + ["23:00"]
        let odd = ["11:12", "11:22", "11:36", "16:12", "18:00", "23:00"]
        for times in [minutes, odd, ["16:13", "23:00"]] {
            let rows = try await CollectionBench.rows(checkedAt: times, happened)
            #expect(Set(rows).symmetricDifference(once).sorted() == [], "\(times.prefix(2))")
        }
    }

    @Test("a terminal that comes back first and a visit that is told after that are two steps of one warning")
    func returnedThenVisited() async throws {
        let happened = { (bench: CollectionBench) in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.report(from: "09:30:10", to: "11:10:00", isThere: false, received: "11:30:00")
            try bench.report(
                from: "10:52:00", to: "10:55:00", isThere: true, received: "12:00:00", terminal: "13912345679")
        }
        try await CollectionBench.with { bench in
            try happened(bench)
            for time in ["11:11", "11:35", "12:05", "12:06"] { try bench.check(time) }
            #expect(
                try bench.session.query(
                    "SELECT concat_ws(' ', seq, action, state, cause) AS line FROM ops.warning_event AS e "
                        + "JOIN ops.warning AS w USING (warning_id) WHERE w.service_date = '2026-03-10' ORDER BY seq"
                ).map { $0["line"] } == [
                    "1 raise unconfirmed terminal_offline", "2 revise raised no_visit", "3 revise raised visit_no_read",
                ])
            let rows = try bench.rows()
            let once = try await CollectionBench.rows(checkedAt: ["13:00"], happened)
            #expect(Set(rows).symmetricDifference(once).sorted() == [])
            #expect(try bench.recheck("13:00").events.isEmpty)
        }
    }

    @Test("a terminal that was dead for days and works again in the window was silent in it till then")
    func repaired() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "10:50:00", to: "11:30:00", isThere: false)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            let silent = try bench.session.query(
                "SELECT evidence #>> '{silent,silent_from}' AS \"from\", evidence #>> '{silent,silent_to}' AS \"to\" "
                    + "FROM ops.warning_now WHERE service_date = '2026-03-10' AND kind = 'late_collection'"
            )[0]
            #expect(silent["from"] == "2026-03-10T09:00:00+08:00" && silent["to"] == "2026-03-10T10:50:00+08:00")
        }
        // Back soon enough: nothing of the window is in doubt.
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "09:15:00", to: "11:30:00", isThere: false)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
        }
    }

    @Test("a terminal that was switched off shortly before the window, as is told later, was not silent")
    func switchedOffBefore() async throws {
        let happened = { (bench: CollectionBench) in
            try bench.usualVehicle()
            try bench.report(from: "07:30:00", to: "08:25:00", isThere: false)
            // 35 minutes before the window, and nothing after it.
            try bench.report(from: "08:25:10", to: "08:25:10", isThere: false, isOn: false, received: "12:00:00")
        }
        try await CollectionBench.with { bench in
            try happened(bench)
            try bench.check("11:11")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            for time in ["12:00", "12:04", "12:05"] { try bench.check(time) }
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
        }
        let once = try await CollectionBench.rows(checkedAt: ["13:00"], happened)
        let stepwise = try await CollectionBench.rows(
            checkedAt: ["11:11"] + Self.each(12, 0...10) + ["13:00"], happened)
        #expect(Set(stepwise).symmetricDifference(once).sorted() == [])
    }

    @Test("who usually comes is told by what was known first, whatever was found out after that")
    func firstKnown() async throws {
        let happened = { (bench: CollectionBench) in
            // Late, by one vehicle; and in time, by another one, as is told after the second window is judged.
            try bench.lift("12:00:00", netG: 40_000, received: "12:05:00")
            try bench.lift("10:00:00", netG: 40_000, received: "18:00:00", terminal: "13912345679")
            try bench.report(from: "13:30:00", to: "16:30:00", isThere: false)
        }
        try await CollectionBench.with { bench in
            try happened(bench)
            for time in ["11:11", "12:06", "16:11", "18:01"] { try bench.check(time) }
            #expect(try bench.tasks() == ["on_time - 10:00:00 lift withdrawn", "missed no_visit - - raised"])
            let usual = try bench.session.query(
                """
                SELECT concat_ws(' ', v.plate_no, f.plate_no, u.plate_no) AS line
                FROM ops.collection_task AS k
                LEFT JOIN registry.vehicle AS v ON v.vehicle_id = k.vehicle_id
                LEFT JOIN registry.vehicle AS f ON f.vehicle_id = k.first_vehicle_id
                LEFT JOIN registry.vehicle AS u ON u.vehicle_id = k.usual_vehicle_id
                WHERE k.service_date = '2026-03-10' ORDER BY k.window_start
                """)
            #expect(usual.map { $0["line"] } == ["京AD12345 京AG1234", "京AG1234"])
            let rows = try bench.rows()
            let once = try await CollectionBench.rows(checkedAt: ["23:00"], happened)
            #expect(Set(rows).symmetricDifference(once).sorted() == [])
            try bench.recheck("23:30")
            #expect(Set(try bench.rows()).symmetricDifference(rows).sorted() == [])
        }
    }

    @Test(
        "a terminal that reports every minute and a half shows a stop too; who drove off in between made two short ones"
    )
    func seldom() async throws {
        try await CollectionBench.with { bench in
            try bench.report(from: "10:00:00", to: "10:18:00", isThere: false, every: 90)
            // Three reports, three minutes.
            try bench.report(from: "10:19:30", to: "10:22:30", isThere: true, every: 90)
            try bench.report(from: "10:24:00", to: "11:00:00", isThere: false, every: 90)
            try bench.report(from: "14:20:00", to: "14:20:50", isThere: true)
            try bench.report(from: "14:21:00", to: "14:22:00", isThere: false)
            try bench.report(from: "14:22:10", to: "14:23:00", isThere: true)
            try bench.check("17:00")
            #expect(try bench.tasks() == ["missed visit_no_read - - raised", "missed no_visit - - raised"])
        }
    }
}
