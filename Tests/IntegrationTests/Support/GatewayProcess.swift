import Foundation
import Testing

/// A `qingyun-ingestd` of one test's own, on ports of the system's choice.
final class GatewayProcess: Sendable {
    private let process: ChildProcess
    private let errors = FileManager.default.temporaryDirectory.appending(path: "qingyun-gateway-\(UUID().uuidString)")

    /// Starts it; does not wait until it is ready.
    /// - Parameter within: a command that comes before the program and ends by executing it.
    init(
        database: String, registration: String = "known", environment: [String: String] = [:], within: [String] = []
    ) throws {
        let command = within + [BuiltProduct.url("qingyun-ingestd").path]
        process = try ChildProcess(
            URL(fileURLWithPath: command[0]), arguments: Array(command.dropFirst()),
            environment: [
                "QINGYUN_DATABASE_URL": database, "QINGYUN_REGISTRATION": registration, "QINGYUN_LISTEN": "127.0.0.1:0",
                "QINGYUN_HTTP": "127.0.0.1:0", "PATH": "/usr/bin:/bin",
            ].merging(environment) { _, given in given }, errors: errors.path)
    }

    deinit {
        if ProcessInfo.processInfo.environment["QINGYUN_TEST_SHOW_GATEWAY"] != nil {
            print(log.joined(separator: "\n"))
        }
        try? FileManager.default.removeItem(at: errors)
    }

    var identifier: Int32 { process.identifier }

    /// All lines logged so far.
    var log: [String] {
        let text = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The first log line that contains `text`.
    func line(containing text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await eventually("a log line with '\(text)'", sourceLocation: sourceLocation) { [self] in
            // Asked before the lines: what it said last counts too.
            let hasEnded = process.exitStatus != nil
            if let line = log.first(where: { $0.contains(text) }) { return line }
            return hasEnded ? try { throw Ended(log: self.log) }() : nil
        }
    }

    struct Ended: Error { let log: [String] }

    /// The port that terminals connect to; waits until they may.
    func terminalPort() async throws -> Int { try Self.port(in: try await line(containing: "terminals are accepted")) }

    func httpPort() async throws -> Int {
        try Self.port(in: try await line(containing: "health and metrics are served"))
    }

    private static func port(in line: String) throws -> Int {
        let address = try #require(line.split(separator: " ").first { $0.contains("=127.0.0.1:") })
        return try #require(Int(address.split(separator: ":").last ?? ""))
    }

    /// The answer to a GET: status and body.
    func get(_ path: String) async throws -> (status: Int, body: String) {
        let client = try TerminalClient(port: try await httpPort())
        client.send(Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8))
        let answer = String(decoding: client.readToEnd(), as: UTF8.self)
        let status = try #require(answer.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        let end = try #require(answer.range(of: "\r\n\r\n"))
        return (status, String(answer[end.upperBound...]))
    }

    /// A metric's value, once it is at least `least`; labels as Prometheus writes them.
    func metric(_ series: String, atLeast least: Double = 0, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
        -> Double
    {
        try await eventually("\(series) of at least \(least)", sourceLocation: sourceLocation) { [self] in
            let lines = try await get("/metrics").body.split(separator: "\n")
            let value = lines.first { $0.hasPrefix(series + " ") }.flatMap { Double($0.dropFirst(series.count + 1)) }
            return value.flatMap { $0 >= least ? $0 : nil }
        }
    }

    func send(signal: Int32) { process.send(signal: signal) }

    /// SIGTERM, and the exit status.
    func terminate(within limit: Duration = patience) async throws -> Int32 {
        send(signal: SIGTERM)
        return try await exitStatus(within: limit)
    }

    /// SIGKILL, and the end of the process.
    func kill() async throws {
        send(signal: SIGKILL)
        _ = try await exitStatus()
    }

    func exitStatus(within limit: Duration = patience) async throws -> Int32 {
        try await eventually("the end of the gateway", within: limit) { [self] in process.exitStatus }
    }
}
