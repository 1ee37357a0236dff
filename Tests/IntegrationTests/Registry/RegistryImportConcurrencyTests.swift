import Foundation
import JTT808
import Postgres
import Registry
import Testing

@Suite("qingyun registry import beside gateways and other people", .enabled(if: TestDatabase.isEnabled))
struct RegistryImportConcurrencyTests {
    private static let files = [
        "bin.csv": "code,waste_type,volume_l\n" + (0..<200).map { "N\($0),kitchen,120\n" }.joined(),
        "terminal.csv": "number,note\n13912345678,imported\n13912349999,imported\n",
        "terminal_mount.csv": "terminal,vehicle,valid_from\n13912349999,西关1号,2026-01-01\n",
    ]

    /// Starts an import and lets it stop before its end: it has written all but terminals, one of which `holder` keeps.
    private static func halfway(
        _ database: TestDatabase, _ session: PostgresSession,
        _ body: (_ release: () throws -> Void) async throws -> Void
    ) async throws -> FinishedCommand {
        try await ScratchFolder.with(files) { folder in
            let holder = try database.session()
            defer { holder.close() }
            try holder.execute("BEGIN; SELECT FROM registry.terminal WHERE number = '13912345678' FOR UPDATE")
            let command = try BackgroundCommand(
                "qingyun", ["registry", "import", folder.path, "--wait", "3600"],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            _ = try await eventually("the import waiting for a row") {
                try session.query(
                    """
                    SELECT count(*) FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid AND NOT l.granted
                    WHERE a.datname = current_database() AND a.application_name = 'qingyun' AND l.locktype = 'transactionid'
                    """)[0].int("count") == 1 ? true : nil
            }
            try await body { try holder.execute("ROLLBACK") }
            return try await command.end()
        }
    }

    @Test(
        "while it is under way, terminals sign in and are acknowledged, new ones are entered, and gateways hear of other changes"
    )
    func gateway() async throws {
        try await RegistryExamples.with { database, session in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let port = try await gateway.terminalPort()
            let finished = try await Self.halfway(database, session) { release in
                let known = try TerminalClient(port: port)
                let knownAddress = try TerminalAddress.short("13912345679")
                try known.signOn(knownAddress)
                try known.send(.locationReport, from: knownAddress, body: locationBody(second: 0))
                #expect(try known.nextAnswer().result == .done)

                let unknown = try TerminalClient(port: port)
                let unknownAddress = try TerminalAddress.short("13700000001")
                #expect(try unknown.register(unknownAddress).result == .done)
                try unknown.send(.locationReport, from: unknownAddress, body: locationBody(second: 0))
                #expect(try unknown.nextAnswer().result == .done)

                // What they say about themselves is kept.
                _ = try await eventually("both reports") {
                    try session.query("SELECT FROM registry.terminal WHERE model = 'T-1'").count == 2 ? true : nil
                }
                // A terminal that somebody else retires meanwhile is refused: the registry is read as ever.
                try session.execute(
                    """
                    UPDATE registry.terminal SET status = 'retired' WHERE number = '13912345680';
                    SELECT pg_notify('qingyun_registry', '')
                    """)
                let retired = try TerminalAddress.short("13912345680")
                _ = try await eventually("the refusal of the retired terminal") {
                    let client = try TerminalClient(port: port)
                    try client.send(.locationReport, from: retired, body: locationBody(second: 0))
                    return try client.nextAnswer().result == .done ? nil : true
                }
                #expect(try session.query("SELECT FROM registry.bin WHERE code = 'N0'").isEmpty)
                try release()
            }
            #expect(finished.status == 0, "\(finished.errors)")
            #expect(try session.query("SELECT FROM registry.bin WHERE code LIKE 'N%'").count == 200)
            let terminal = try session.query("SELECT note, model FROM registry.terminal WHERE number = '13912345679'")[
                0]
            #expect(terminal["model"] == "T-1")
            try await gateway.books()
        }
    }

    @Test("a terminal that a gateway enters in the middle of its import is claimed by it")
    func entered() async throws {
        try await RegistryExamples.with { database, session in
            let finished = try await Self.halfway(database, session) { release in
                #expect(
                    try TerminalRegistry(session).enterUnclaimed(["13912349999", "13700000001"]).map(\.status)
                        == [.unclaimed, .unclaimed])
                try release()
            }
            #expect(finished.status == 0, "\(finished.errors)")
            let rows = try session.query(
                """
                SELECT t.status, t.authentication, t.note, count(m) AS mounts FROM registry.terminal AS t
                LEFT JOIN registry.terminal_mount AS m USING (terminal_id)
                WHERE t.number IN ('13912349999', '13700000001') GROUP BY t.terminal_id ORDER BY t.number
                """)
            #expect(rows.map { $0["status"] } == ["unclaimed", "active"])
            #expect(rows.map { $0["authentication"] } == ["number", "code"])
            #expect(rows.map { $0["mounts"] } == ["0", "1"])
        }
    }

    @Test("who changes the registry at the same time is waited for, and then one line says so")
    func locked() async throws {
        try await RegistryExamples.with { database, session in
            let before = try RegistryExamples.state(session)
            try session.execute("BEGIN; LOCK TABLE registry.bin IN ROW EXCLUSIVE MODE")
            let finished = try await ScratchFolder.with(Self.files) { folder in
                try await FinishedCommand.run(
                    "qingyun", ["registry", "import", folder.path, "--wait", "1"],
                    environment: ["QINGYUN_DATABASE_URL": database.url])
            }
            try session.execute("ROLLBACK")
            #expect(finished.status == 75)
            #expect(finished.errorLines.count == 1, "\(finished.errors)")
            #expect(finished.errors.hasPrefix("qingyun: somebody else is changing the same tables just now"))
            #expect(try RegistryExamples.state(session) == before)
        }
    }

    @Test("on a terminal there is a bar, which is gone before anything else is said")
    func bar() async throws {
        try await TestDatabase.with { database in
            try await ScratchFolder.with(Self.files) { folder in
                // No schema: it reads the files, and then fails.
                let output = folder.appending(path: "output").path
                let program = BuiltProduct.url("qingyun").path
                let child = try ChildProcess(
                    URL(fileURLWithPath: "/usr/bin/script"),
                    arguments: ["-qec", "\(program) registry import \(folder.path)", "/dev/null"],
                    environment: [
                        "QINGYUN_DATABASE_URL": database.url, "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh",
                    ], output: output)
                #expect(try await eventually("its end") { child.exitStatus } == 1)
                let text = try String(contentsOfFile: output, encoding: .utf8)
                #expect(text.contains("\r\u{1B}[K[....."), "\(text.debugDescription)")
                let line = try #require(text.range(of: "qingyun: "))
                #expect(text[..<line.lowerBound].hasSuffix("\r\u{1B}[K"), "\(text.debugDescription)")
                #expect(!text[line.upperBound...].contains("["), "\(text.debugDescription)")
            }
        }
    }
}
