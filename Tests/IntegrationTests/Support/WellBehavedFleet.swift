import Foundation
import Postgres
import Testing

/// A fleet that sends again what was not acknowledged (`qingyun-fleetsim load`), and the proof that nothing of it was lost or
/// doubled.
final class WellBehavedFleet: Sendable {
    struct Summary: Decodable {
        let vehicles: Int
        let due: Int
        let acknowledged: Int
        let unacknowledged: Int
        let neverSent: Int
        let retransmitted: Int
        let reconnects: Int
        let refused: [String: Int]
    }

    private let process: ChildProcess
    private let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-fleet-\(UUID().uuidString)")

    /// - Parameter rate: reports a second of all vehicles together.
    init(port: Int, vehicles: Int = 20, rate: Int = 1_000, seconds: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process = try ChildProcess(
            BuiltProduct.url("qingyun-fleetsim"),
            arguments: [
                "load", "--to", "127.0.0.1:\(port)", "--vehicles", "\(vehicles)", "--rate", "\(rate)", "--duration",
                "\(seconds)", "--in-flight", "50", "--drain", "60", "--answer-timeout", "3", "--json", "--acked-log",
                folder.appending(path: "acked").path,
            ], environment: ["PATH": "/usr/bin:/bin"], output: folder.appending(path: "out").path,
            errors: folder.appending(path: "errors").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Waits until everything is acknowledged; `drained` waits until it is in PostgreSQL, which is then asked for every single
    /// report.
    /// - Returns: what the fleet says of itself.
    func finish(
        in session: () throws -> PostgresSession, sourceLocation: SourceLocation = #_sourceLocation,
        drained: () async throws -> Void
    ) async throws -> Summary {
        let status = try await eventually("the end of the fleet", sourceLocation: sourceLocation) { process.exitStatus }
        let text = { (name: String) in
            (try? String(contentsOf: self.folder.appending(path: name), encoding: .utf8)) ?? ""
        }
        #expect(status == 0, "\(text("errors"))", sourceLocation: sourceLocation)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let summary = try decoder.decode(Summary.self, from: Data(text("out").utf8))
        #expect(summary.acknowledged == summary.due, "\(summary)", sourceLocation: sourceLocation)
        #expect(summary.unacknowledged == 0 && summary.neverSent == 0, sourceLocation: sourceLocation)
        #expect(summary.refused.isEmpty, sourceLocation: sourceLocation)

        try await drained()
        let acknowledged = text("acked").split(separator: "\n").map { $0.split(separator: ",") }
        #expect(acknowledged.count == summary.acknowledged, sourceLocation: sourceLocation)
        let column = { (index: Int) in "{" + acknowledged.map { String($0[index]) }.joined(separator: ",") + "}" }
        let session = try session()
        defer { session.close() }
        let missing = try session.query(
            """
            SELECT count(*) AS n
            FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS acked(number, recorded_ms, body_hash)
            WHERE NOT EXISTS (
                SELECT FROM telemetry.fix
                JOIN registry.terminal USING (terminal_id)
                WHERE terminal.number = acked.number
                  AND fix.recorded_at = to_timestamp(acked.recorded_ms / 1000.0)
                  AND fix.body_hash = acked.body_hash
            )
            """, [.text(column(0)), .text(column(2)), .text(column(3))])
        #expect(try missing[0].int("n") == 0, "acknowledged and not there", sourceLocation: sourceLocation)
        let stored = try session.query("SELECT count(*) AS n FROM telemetry.fix")
        #expect(try stored[0].int("n") == summary.due, "each report once", sourceLocation: sourceLocation)
        return summary
    }
}
