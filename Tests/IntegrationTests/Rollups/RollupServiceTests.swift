import Foundation
import Logging
import Operations
import Postgres
import Rollups
import Testing

/// The daemon when its database fails, or a day takes too long.
@Suite("qingyun-rollups run: faults", .enabled(if: TestDatabase.isEnabled))
struct RollupServiceTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    @Test("a PostgreSQL that is stopped, and one that crashes, is waited for, and what came meanwhile is refreshed")
    func outage() async throws {
        let server = try await PostgresServer()
        var session = try server.session()
        defer { session.close() }
        try WrittenFacts(session: session).enterRegistry()
        try WrittenFacts(session: session).fix(1, Self.at(0, "08:00"))
        let daemon = try BackgroundCommand(
            "qingyun-rollups", ["run", "--interval", "1"], environment: ["QINGYUN_DATABASE_URL": server.url])
        try await Self.refreshed(fixes: 1, session)
        for (number, how) in [PostgresServer.Stop.fast, .immediate].enumerated() {
            session.close()
            try await server.stop(how)
            // A pass or two without a server.
            try await Task.sleep(for: .seconds(3))
            try await server.start()
            session = try server.session()
            try WrittenFacts(session: session).fix(1, Self.at(1, "09:0\(number)"))
            try await Self.refreshed(fixes: 2 + number, session)
        }
        daemon.terminate()
        let ended = try await daemon.end()
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.errors.contains("statistics not refreshed, tried again"), "\(ended.errors)")
    }

    private static func refreshed(fixes: Int, _ session: PostgresSession) async throws {
        _ = try await eventually("a refresh with \(fixes) fixes", within: .seconds(60)) {
            let row = try session.query("SELECT coalesce(sum(fixes), 0)::bigint AS fixes FROM stats.track_day")[0]
            return try row.int("fixes") == fixes ? true : nil
        }
    }

    @Test("a day and kind that takes longer than its limit is left with its marks, and the others are made")
    func limit() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try facts.fix(1, Self.at(0, "08:00"))
            try facts.lift(1, Self.at(0, "08:00"), seq: 1)
            let holder = try database.session()
            defer { holder.close() }
            try holder.execute("BEGIN; LOCK TABLE stats.track_day")
            let service = RollupService(
                database: PostgresConfiguration(conninfo: database.url, applicationName: "qingyun-test"),
                interval: .seconds(1), limit: .seconds(2), readiness: Readiness(), logger: TestDatabase.logger)
            let running = Task { try await service.run() }
            defer { running.cancel() }
            _ = try await eventually("the others", within: .seconds(60)) {
                try facts.line("SELECT string_agg(DISTINCT kind, ' ') FROM stats.dirty_day") == "track"
                    && facts.line("SELECT count(*) FROM stats.trip") == "0"
                    && facts.line("SELECT sum(lifts) FROM stats.open_load") == "1" ? true : nil
            }
            try holder.execute("COMMIT")
            _ = try await eventually("the day that was held up", within: .seconds(60)) {
                try facts.line("SELECT count(*) FROM stats.dirty_day") == "0"
                    && facts.line("SELECT fixes FROM stats.track_day") == "1" ? true : nil
            }
            running.cancel()
            _ = await running.result
            #expect(try facts.wrongRows() == [])
        }
    }
}
