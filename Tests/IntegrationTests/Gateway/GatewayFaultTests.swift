import Foundation
import Testing

/// A fleet drives while things break. Afterwards everything that it was told is kept is there, once, and the books balance.
@Suite("Gateway: faults under load", .serialized, .enabled(if: TestDatabase.isEnabled))
struct GatewayFaultTests {
    /// A server, a folder for the journal, and gateways that come back on the same port.
    private final class Site {
        let server: PostgresServer
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-fault-\(UUID().uuidString)")
        private(set) var gateway: GatewayProcess
        let port: Int

        /// - Parameter journalDisk: bytes of a disk of the journal's own.
        init(journalDisk: Int? = nil) async throws {
            server = try await PostgresServer()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // In a mount namespace of the gateway's own, which ends with it.
            var mount: [String] = []
            if let journalDisk {
                mount = [
                    "/usr/bin/unshare", geteuid() == 0 ? "-m" : "-rm", "/bin/sh", "-c",
                    "mount -t tmpfs -o size=\(journalDisk) qingyun-journal \"$0\" && exec \"$@\"", folder.path,
                ]
            }
            gateway = try Self.gateway(server, folder, "127.0.0.1:0", within: mount)
            port = try await gateway.terminalPort()
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        /// The journal's folder as the gateway sees it.
        var journal: URL { URL(fileURLWithPath: "/proc/\(gateway.identifier)/root\(folder.path)") }

        private static func gateway(
            _ server: PostgresServer, _ folder: URL, _ listen: String, within: [String] = []
        ) throws -> GatewayProcess {
            try GatewayProcess(
                database: server.url, registration: "open",
                environment: [
                    "QINGYUN_JOURNAL_DIR": folder.path, "QINGYUN_LISTEN": listen,
                    "QINGYUN_DATABASE_TIMEOUT_SECONDS": "2",
                    "QINGYUN_LANES": "2",
                ], within: within)
        }

        /// So many vehicles of the fleet are connected: a fault before that would strike nobody.
        func signedIn(_ vehicles: Double) async throws {
            _ = try await gateway.metric("qingyun_connections", atLeast: vehicles)
        }

        func restartGateway() async throws {
            try await gateway.kill()
            gateway = try Self.gateway(server, folder, "127.0.0.1:\(port)")
        }

        /// The fleet has finished; what is in the journal reaches PostgreSQL, and nothing is left over.
        func settle(_ fleet: WellBehavedFleet) async throws -> WellBehavedFleet.Summary {
            let summary = try await fleet.finish(in: server.session) {
                let books = try await eventually("an empty journal") {
                    let books = try await gateway.books()
                    let isSettled =
                        books["qingyun_messages_in_flight"] == 0 && books.rows("in_journal") == 0
                        && books.rows("in_flight") == 0 && books["qingyun_journal_rows"] == 0
                    return isSettled ? books : nil
                }
                #expect(books.rows("rejected_total") == 0)
            }
            #expect(try await gateway.terminate() == 0)
            return summary
        }
    }

    private func pause(_ seconds: Double) async throws { try await Task.sleep(for: .seconds(seconds)) }

    @Test("the gateway is killed with -9, three times")
    func gatewayKilled() async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        for _ in 0..<3 {
            try await pause(1.5)
            try await site.restartGateway()
        }
        let summary = try await site.settle(fleet)
        #expect(summary.reconnects >= summary.vehicles)
    }

    @Test("PostgreSQL is stopped and comes back", arguments: [PostgresServer.Stop.fast, .immediate])
    func postgresStopped(how: PostgresServer.Stop) async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        try await pause(1.5)
        try await site.server.stop(how)
        _ = try await site.gateway.metric("qingyun_journal_rows", atLeast: 1)
        try await site.server.start()
        _ = try await site.gateway.line(containing: "PostgreSQL is back")
        _ = try await site.settle(fleet)
    }

    @Test("PostgreSQL hangs for longer than it may, and goes on")
    func postgresPaused() async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        try await pause(1.5)
        site.server.pause()
        _ = try await site.gateway.line(containing: "batches go to the journal")
        _ = try await eventually("rows in the journal") {
            try await site.gateway.books()["qingyun_journal_rows"] > 0 ? true : nil
        }
        site.server.resume()
        _ = try await site.settle(fleet)
    }

    @Test("PostgreSQL becomes read-only, and writable again")
    func readOnly() async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        try await pause(1.5)
        try site.server.setReadOnly(true)
        _ = try await eventually("rows in the journal") {
            try await site.gateway.books()["qingyun_journal_rows"] > 0 ? true : nil
        }
        try site.server.setReadOnly(false)
        _ = try await site.gateway.line(containing: "PostgreSQL is back")
        _ = try await site.settle(fleet)
    }

    @Test("PostgreSQL has no connection left for the gateway, and then it has")
    func outOfConnections() async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        try await pause(1.5)
        try site.server.limitConnections(0)
        _ = try await eventually("rows in the journal") {
            try await site.gateway.books()["qingyun_journal_rows"] > 0 ? true : nil
        }
        try site.server.limitConnections(nil)
        _ = try await site.gateway.line(containing: "PostgreSQL is back")
        _ = try await site.settle(fleet)
    }

    @Test("PostgreSQL crashes, and the gateway is killed while it is away")
    func both() async throws {
        let site = try await Site()
        let fleet = try WellBehavedFleet(port: site.port, seconds: 15)
        try await site.signedIn(20)
        try await pause(1.5)
        try await site.server.stop(.immediate)
        try await pause(1)
        try await site.restartGateway()
        // It knows its terminals from the disk.
        #expect(try await site.gateway.terminalPort() == site.port)
        _ = try await site.gateway.line(containing: "registry is taken from disk")
        try await pause(1)
        try await site.server.start()
        _ = try await site.settle(fleet)
    }

    @Test("the gateway is killed while it drains the journal")
    func killedDraining() async throws {
        let site = try await Site()
        // It must still drive when PostgreSQL goes for the second time, however slow the machine is.
        let fleet = try WellBehavedFleet(port: site.port, rate: 1_500, seconds: 25)
        try await site.signedIn(20)
        try await pause(1)
        for _ in 0..<2 {
            try await site.server.stop(.immediate)
            _ = try await eventually("rows in the journal") {
                try await site.gateway.books()["qingyun_journal_rows"] > 2_000 ? true : nil
            }
            try await site.server.start()
            try await pause(.random(in: 0...0.3))
            try await site.restartGateway()
            _ = try await site.gateway.terminalPort()
        }
        _ = try await site.settle(fleet)
    }

    @Test("the disk of the journal is full: nothing is acknowledged, it says so, and goes on when there is room")
    func diskFull() async throws {
        let site = try await Site(journalDisk: 8 << 20)
        let fleet = try WellBehavedFleet(port: site.port, rate: 3_000, seconds: 12)
        try await site.signedIn(20)
        try await pause(1)
        let filler = site.journal.appending(path: "filler")
        // As much as there is room for: some 4 MiB are the reserve's.
        try Data().write(to: filler)
        let handle = try FileHandle(forWritingTo: filler)
        while (try? handle.write(contentsOf: Data(count: 65_536))) != nil {}
        try handle.close()
        try site.server.limitConnections(0)
        _ = try await site.gateway.line(containing: "disk is full")
        _ = try await site.gateway.metric("qingyun_journal_refused_batches{reason=\"failed\"}", atLeast: 1)
        #expect(try await site.gateway.get("/readyz").status == 503)
        let before = try await site.gateway.books()["qingyun_messages_kept_total"]
        try await pause(1.5)
        // Books are told once a second: what was kept before may show late, and nothing after that.
        let shown = try await site.gateway.books()["qingyun_messages_kept_total"]
        try await pause(1.5)
        #expect(try await site.gateway.books()["qingyun_messages_kept_total"] == shown, "before: \(before)")
        try FileManager.default.removeItem(at: filler)
        _ = try await eventually("rows in the journal") {
            try await site.gateway.books()["qingyun_journal_rows"] > 0 ? true : nil
        }
        try site.server.limitConnections(nil)
        _ = try await site.settle(fleet)
    }

    @Test("the network is cut, and then half open: the terminals come back, and the gateway gives up what is dead")
    func network() async throws {
        let site = try await Site()
        let proxy = try await TestProxy(targets: [site.port])
        let fleet = try WellBehavedFleet(port: proxy.port, seconds: 30)
        // A fault strikes those that are there. What the metric says is a second old.
        for _ in 0..<2 {
            try await site.signedIn(20)
            try await proxy.cut()
            try await pause(2)
        }
        try await site.signedIn(20)
        try await proxy.silence()
        let superseded = try await site.gateway.metric(
            "qingyun_connections_closed_total{reason=\"superseded\"}", atLeast: 20)
        let summary = try await site.settle(fleet)
        #expect(summary.reconnects >= 3 * summary.vehicles)
        // What was half open had not ended for the gateway when the terminals came back.
        #expect(superseded >= Double(summary.vehicles))
        try await proxy.stop()
    }

    @Test("two gateways over one database, between which the terminals move")
    func twoGateways() async throws {
        let site = try await Site()
        let second = try GatewayProcess(database: site.server.url, registration: "open")
        let proxy = try await TestProxy(targets: [site.port, try await second.terminalPort()])
        let fleet = try WellBehavedFleet(port: proxy.port, vehicles: 21, seconds: 15)
        for _ in 0..<3 {
            try await pause(1)
            try await proxy.cut()
        }
        let summary = try await site.settle(fleet)
        let books = try await second.books()
        #expect(books.rows("stored_total") > 0 && books.rows("stored_total") < summary.due)
        #expect(try await second.terminate() == 0)
        try await proxy.stop()
    }
}
