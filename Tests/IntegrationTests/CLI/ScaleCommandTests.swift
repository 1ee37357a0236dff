import Postgres
import Registry
import Testing

@Suite("qingyun scale", .enabled(if: TestDatabase.isEnabled))
struct ScaleCommandTests {
    private func scale(_ database: TestDatabase, _ arguments: String...) async throws -> FinishedCommand {
        try await FinishedCommand.run(
            "qingyun", ["scale"] + arguments, environment: ["QINGYUN_DATABASE_URL": database.url, "USER": "王五"])
    }

    @Test("a scale is added, listed, shown and changed; gateways are told, and the log says who did it")
    func administration() async throws {
        try await TestDatabase.withSchema { database in
            let listener = try database.session()
            defer { listener.close() }
            try listener.execute("LISTEN \(TerminalRegistry.changeChannel)")
            let added = try await scale(
                database, "add", "ZJY-01", "--number", "013800001001", "name=中街站1号地磅", "dialect=toledo",
                "registration=LOGIN:1001", "direction=1", "verified_until=2026-12-31", "keeps_samples=yes")
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.output == "added scale ZJY-01 with terminal 13800001001\n")
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 20_000).count == 1)
            let session = try database.session()
            defer { session.close() }
            var expected = Scale(
                terminalID: Int64(try session.query("SELECT terminal_id FROM registry.terminal")[0].int("terminal_id")),
                code: "ZJY-01", dialect: "toledo")
            expected.registration = "LOGIN:1001"
            expected.direction = 1
            expected.keepsSamples = true
            #expect(try ScaleRegistry(session).all() == [expected])

            let list = try await scale(database, "list", "--format", "csv")
            #expect(
                list.output.hasSuffix(
                    "ZJY-01,中街站1号地磅,platform,toledo,active,13800001001,,,2026-12-31,LOGIN:1001,\n"))

            let changed = try await scale(
                database, "set", "ZJY-01", "minimum_g=4000", "keeps_samples=", "source_network=10.1.0.0/16", "note=x=y")
            #expect(changed.status == 0, "\(changed.errors)")
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 20_000).count == 1)
            expected.minimumG = 4_000
            expected.keepsSamples = false
            expected.sourceNetwork = "10.1.0.0/16"
            #expect(try ScaleRegistry(session).all() == [expected])
            let show = try await scale(database, "show", "ZJY-01")
            for line in ["number               13800001001", "minimum_g            4000", "note                 x=y"] {
                #expect(show.output.contains(line + "\n"), "\(show.output)")
            }
            let actors = try session.query("SELECT DISTINCT actor FROM registry.audit").map { $0["actor"] }
            #expect(actors == ["王五"])
        }
    }

    @Test("what cannot be is refused in one line that says what can, and changes nothing")
    func refusals() async throws {
        try await TestDatabase.withSchema { database in
            let first = try await scale(
                database, "add", "S1", "--number", "1", "name=a", "dialect=toledo", "registration=LOGIN:1")
            #expect(first.status == 0, "\(first.errors)")
            let before = try database.query("SELECT s::text FROM registry.scale AS s")[0][0]
            let number = try await scale(
                database, "add", "S2", "--number", "1", "name=a", "dialect=text", "registration=LOGIN:2")
            #expect(number.status == 1)
            #expect(
                number.errors
                    == "qingyun: terminal 1 is in the registry already: a scale has a number of its own; nothing was changed\n"
            )
            for (settings, reason) in [
                (["registration=LOGIN:1"], "registration: another scale has the same"),
                ([], "registration or source_network is needed: by one of them a connection is recognised"),
                (["registration=B", "kind=reader"], "kind reader goes with dialect tag-reader, and only with that"),
                (
                    ["registration=B", "minimum_g=3000"],
                    "zero_limit_g must be below minimum_g; not set they are 3000 and 5000, of a weighbridge 300000 and 500000"
                ),
            ] {
                let refused = try await FinishedCommand.run(
                    "qingyun",
                    ["scale", "add", "S2", "--number", "2", "name=b", "dialect=text"] + settings,
                    environment: ["QINGYUN_DATABASE_URL": database.url])
                #expect(refused.status == 1)
                #expect(refused.errors == "qingyun: \(reason); nothing was changed\n")
            }
            for (setting, reason) in [
                ("stable_ms=60001", "stable_ms: '60001' is not accepted; accepted: a number from 0 to 60000"),
                ("unit=st", "unit: 'st' is not accepted; accepted: g, kg, t, lb, oz, ozt, dwt, ton"),
                ("keeps_samples=1", "keeps_samples: '1' is not accepted; accepted: yes, no"),
                ("verified_until=2027-02-29", "verified_until: '2027-02-29' is not accepted; accepted: a day such as"),
                ("colour=red", "'colour=red' is not accepted; accepted: NAME=VALUE with a name of name, status,"),
                ("minimum_g", "'minimum_g' is not accepted; accepted: NAME=VALUE"),
            ] {
                let refused = try await scale(database, "set", "S1", setting)
                #expect(refused.status == 64)
                #expect(refused.errors.contains(reason), "\(refused.errors)")
            }
            let network = try await scale(database, "set", "S1", "source_network=10.1.2.3/16")
            #expect(network.status == 1 && network.errorLines.count == 1, "\(network.errors)")
            let unknown = try await scale(database, "set", "S9", "note=x")
            #expect(unknown.errors == "qingyun: there is no scale S9; nothing was changed\n")
            #expect(try database.query("SELECT s::text FROM registry.scale AS s")[0][0] == before)
            #expect(try database.count("SELECT count(*) FROM registry.terminal") == 1)
        }
    }
}
