import Foundation
import Postgres
import Testing
import Timeliness

@Suite("The register of warnings", .enabled(if: TestDatabase.isEnabled))
struct WarningRegisterTests {
    @Test(
        "people acknowledge, handle, close and dismiss, each where it is accepted, and late data moves on what is open")
    func steps() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:15")
            let register = WarningRegister(bench.session)
            #expect(throws: WarningRegister.Refusal.unknown(99)) {
                try register.act(.acknowledge, on: [1, 99], actor: "张三", reason: nil)
            }
            #expect(throws: WarningRegister.Refusal.reasonMissing(.dismiss)) {
                try register.act(.dismiss, on: [1], actor: "张三", reason: nil)
            }
            #expect(throws: WarningRegister.Refusal.reasonMissing(.close)) {
                try register.act(.close, on: [1], actor: "张三", reason: nil)
            }
            #expect(throws: WarningRegister.Refusal.wrongState(1, state: "raised", action: .close)) {
                try register.act(.close, on: [1], actor: "张三", reason: "已办结")
            }
            try register.act(.acknowledge, on: [1], actor: "张三", reason: nil)
            try register.act(.handle, on: [1], actor: "李四", reason: "已派车", isDryRun: true)
            #expect(try bench.tasks()[0].hasSuffix("acknowledged"))
            try register.act(.handle, on: [1], actor: "李四", reason: "已派车")
            try bench.lift("12:30:00", netG: 40_000)
            try bench.check("12:31")
            try register.act(.close, on: [1], actor: "李四", reason: "已办结")
            // What is closed stays closed; that the data says more is kept beside it.
            try bench.lift("10:00:00", netG: 40_000, received: "13:00:00")
            try bench.check("13:01")
            let history = try register.history(of: 1)
            #expect(history.map { $0[1] } == ["raise", "acknowledge", "handle", "collect", "close", "withdraw"])
            #expect(
                history.map { $0[2] } == ["raised", "acknowledged", "handled", "collected_late", "closed", "closed"])
            #expect(history.map { $0[4] } == ["timeliness", "张三", "李四", "timeliness", "李四", "timeliness"])
            // Every step has its reason; that of the first is its cause and evidence.
            #expect(
                history.map { $0[5] } == [
                    "", "taken on", "已派车", "collected after the deadline", "已办结", "collected in time, reported late",
                ])
            #expect(try bench.tasks()[0] == "on_time - 10:00:00 lift closed")
        }
    }

    @Test("the register cannot be changed or emptied, nor can a warning be raised twice")
    func onlyAdded() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:15")
            for statement in [
                "UPDATE ops.warning SET kind = 'x'", "DELETE FROM ops.warning", "TRUNCATE ops.warning",
                "UPDATE ops.warning_event SET state = 'closed'", "DELETE FROM ops.warning_event",
                "TRUNCATE ops.warning_event",
            ] {
                #expect(throws: PostgresError.self, "\(statement)") { try bench.session.execute(statement) }
            }
            let again = """
                INSERT INTO ops.warning (kind, subject, raised_at, service_date) SELECT kind, subject, now(), service_date FROM ops.warning
                """
            #expect(throws: PostgresError.self) { try bench.session.execute(again) }
            #expect(throws: PostgresError.self) {
                try bench.session.execute(
                    "INSERT INTO ops.warning_event (warning_id, at, seq, action, state) VALUES (1, now(), 2, 'dismiss', 'dismissed')"
                )
            }
        }
    }

    @Test("events are numbered in the order of their commits: a second writer waits for the first")
    func numbers() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:15")
            let other = try bench.database.session()
            defer { other.close() }
            let insert = { (seq: Int) in
                "INSERT INTO ops.warning_event (warning_id, at, seq, action, state) VALUES (1, now(), \(seq), 'acknowledge', 'acknowledged')"
            }
            try bench.session.execute("BEGIN")
            try bench.session.execute(insert(2))
            try other.execute("SET lock_timeout = '200ms'")
            #expect(throws: PostgresError.self) { try other.execute(insert(3)) }
            try bench.session.execute("COMMIT")
            try other.execute(insert(3))
            let order = try bench.session.query("SELECT seq FROM ops.warning_event ORDER BY event_id").map { $0["seq"] }
            #expect(order == ["1", "2", "3"])
        }
    }

    @Test("who has the name of the job is told to say who it is, and stops no later check")
    func jobsName() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:15")
            let register = WarningRegister(bench.session)
            #expect(throws: WarningRegister.Refusal.jobsName("timeliness")) {
                try register.act(.acknowledge, on: [1], actor: "timeliness", reason: nil)
            }
            // By hand, as a role of that name.
            try bench.session.execute(
                "INSERT INTO ops.warning_event (warning_id, at, seq, action, state, actor) "
                    + "VALUES (1, now(), 2, 'acknowledge', 'acknowledged', 'timeliness')")
            try bench.lift("12:30:00", netG: 40_000)
            #expect(try bench.check("12:31").events == ["collect": 1])
            #expect(try bench.check("12:32").events.isEmpty)
            // Twice the same number is once.
            try register.act(.close, on: [1, 1], actor: "张三", reason: "已办结")
            #expect(try register.history(of: 1).map { $0[1] } == ["raise", "acknowledge", "collect", "close"])
            let evidence = try bench.session.query("SELECT evidence ? 'lift' AS is_there FROM ops.warning_now")[0]
            #expect(try evidence.bool("is_there"))
        }
    }

    @Test(
        "a licence after a gap settles the warning, one that is taken back does not; an earlier check settles nothing")
    func renewals() async throws {
        try await CollectionBench.with { bench in
            let states = {
                try bench.session.query(
                    "SELECT state, cause FROM ops.warning_now WHERE kind = 'qualification_expiry' AND waste_type = 1"
                ).map { [$0["state"], $0["cause"]].compactMap { $0 }.joined(separator: " ") }
            }
            try bench.check("2027-06-05 12:00:00+08")
            #expect(try states() == ["raised expiring"])
            try bench.check("2027-05-05 12:00:00+08")
            #expect(try states() == ["raised expiring"])
            try bench.session.execute(
                """
                INSERT INTO registry.carrier_qualification (carrier_id, kind, waste_type, certificate_no, valid)
                SELECT carrier_id, kind, waste_type, 'new', '[2027-07-10,2029-07-01)'
                FROM registry.carrier_qualification WHERE waste_type = 1
                """)
            try bench.check("2027-07-05 12:00:00+08")
            #expect(try states() == ["raised expired"])
            try bench.check("2027-07-10 12:00:00+08")
            #expect(try states() == ["resolved"])
            try bench.session.execute("DELETE FROM registry.carrier_qualification WHERE certificate_no = 'new'")
            try bench.check("2027-07-11 12:00:00+08")
            #expect(try states() == ["raised expired"])
            #expect(try bench.check("2027-07-11 12:01:00+08").events.isEmpty)
        }
    }

    @Test(
        "a licence that has ended is warned of again although its first warning was closed, but not one that was dismissed"
    )
    func endedAfterAll() async throws {
        try await CollectionBench.with { bench in
            let states = {
                try bench.session.query(
                    "SELECT state, cause FROM ops.warning_now WHERE kind = 'qualification_expiry' ORDER BY warning_id"
                ).map { [$0["state"], $0["cause"]].compactMap { $0 }.joined(separator: " ") }
            }
            try bench.check("2027-06-05 12:00:00+08")
            let numbers = try bench.session.query(
                "SELECT warning_id FROM ops.warning WHERE kind = 'qualification_expiry' ORDER BY warning_id"
            ).map { try $0.int("warning_id") }
            let register = WarningRegister(bench.session)
            try register.act(.handle, on: [numbers[0]], actor: "张三", reason: "已催办")
            try register.act(.close, on: [numbers[0]], actor: "张三", reason: "已办结")
            try register.act(.dismiss, on: [numbers[1]], actor: "张三", reason: "不再收运")
            try bench.check("2027-06-30 12:00:00+08")
            #expect(try states() == ["closed expiring", "dismissed expiring"])
            try bench.check("2027-07-01 12:00:00+08")
            #expect(try states() == ["raised expired", "dismissed expired"])
            #expect(try bench.check("2027-07-01 12:01:00+08").events.isEmpty)
        }
    }

    @Test("a licence that ends is warned of a month before, again when it has ended, and settled by a new one")
    func licences() async throws {
        try await CollectionBench.with { bench in
            let state = {
                try bench.session.query(
                    "SELECT kind, state, cause, at AT TIME ZONE 'Asia/Shanghai' AS at FROM ops.warning_now "
                        + "WHERE kind <> 'late_collection' ORDER BY kind, warning_id"
                ).map { [$0["kind"], $0["state"], $0["cause"], $0["at"]].compactMap { $0 }.joined(separator: " ") }
            }
            // Both of C01 end on 2027-06-30; a check is not made every day.
            try bench.check("2027-05-31 23:00:00+08")
            #expect(try state() == [])
            try bench.check("2027-06-05 12:00:00+08")
            let raised = "qualification_expiry raised expiring 2027-06-01 00:00:00"
            #expect(try state() == [raised, raised])
            try bench.session.execute(
                """
                INSERT INTO registry.carrier_qualification (carrier_id, kind, waste_type, certificate_no, valid)
                SELECT carrier_id, kind, waste_type, 'new', '[2027-07-01,2029-07-01)' FROM registry.carrier_qualification WHERE waste_type = 1
                """)
            try bench.check("2027-07-01 00:00:01+08")
            #expect(
                try state() == [
                    "qualification_expiry resolved 2027-07-01 00:00:01",
                    "qualification_expiry raised expired 2027-07-01 00:00:00",
                ])
            try bench.session.execute(
                """
                INSERT INTO registry.terminal (number) VALUES ('99');
                INSERT INTO registry.scale (terminal_id, code, name, dialect, registration, verified_until)
                SELECT terminal_id, 'SC1', '地磅', 'toledo', 'X', '2027-07-10' FROM registry.terminal WHERE number = '99'
                """)
            try bench.check("2027-07-02 00:00:00+08")
            #expect(try state().last == "scale_verification_expiry raised expiring 2027-06-11 00:00:00")
            try bench.session.execute("UPDATE registry.scale SET verified_until = '2029-07-10'")
            try bench.check("2027-07-03 00:00:00+08")
            #expect(try state().last?.hasPrefix("scale_verification_expiry resolved") == true)
        }
    }
}
