import ArgumentParser
import FleetSimulation
import Logging
import NIOCore
import Operations
import Postgres
import PostgresBinary

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Write the rows of a binary COPY file into a table, as fast as COPY takes them.",
        discussion: """
            The file, as COPY ... TO with FORMAT binary writes it, is in memory before the clock starts; it stops after the last \
            commit. Each stream is a connection with an equal share of neighbouring rows.
            """)

    @Option(help: "File of rows, all columns of the table in their order.")
    var rows: String
    @Option(help: "The table, which should be empty.")
    var table = "telemetry.fix"
    @Option(help: "Connections at a time, 1 to 64.")
    var streams = 1
    @Option(help: "Rows of a transaction; 0: one transaction a stream.")
    var batchRows = 0
    @Option(help: "End after so many seconds, with the transaction under way; 0: when all rows are written.")
    var seconds = 0
    @Option(name: .customLong("database-url"), help: "PostgreSQL as libpq takes it.")
    var databaseURL: String

    func validate() throws {
        guard (1...64).contains(streams), batchRows >= 0, seconds >= 0 else {
            throw ValidationError("--streams: 1 to 64, --batch-rows and --seconds: 0 or more are accepted")
        }
        if let reason = PostgresConfiguration.validate(databaseURL) {
            throw ValidationError("--database-url: \(reason)")
        }
    }

    func run() async throws {
        let file = try RowFile(path: rows)
        let shares = file.split(into: streams, batchRows: batchRows)
        let configuration = PostgresConfiguration(conninfo: databaseURL, applicationName: "qingyun-bench")
        let connections = shares.map { _ in
            PostgresConnection(
                configuration: configuration, logger: LogSetup.logger(label: "qingyun-bench", level: .warning))
        }
        for connection in connections { try await connection.connect() }
        let sql = "COPY \(table) FROM STDIN (FORMAT binary)"
        let start = ContinuousClock.now
        let limit = seconds == 0 ? nil : start + .seconds(seconds)
        var tally = Tally()
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for (connection, share) in zip(connections, shares) {
                group.addTask {
                    try await connection.withSession { session in try Self.write(share, sql, limit, to: session) }
                }
            }
            for try await part in group { tally.add(part) }
        }
        let elapsed = Self.seconds(ContinuousClock.now - start)
        print(
            JSONLine.encode(
                Record(
                    streams: streams, rows: tally.rows, bytes: tally.bytes, seconds: elapsed,
                    rowsPerSecond: Double(tally.rows) / elapsed, commits: Int(tally.commits.total),
                    commitP50Ms: tally.commits.milliseconds(at: 0.5), commitP99Ms: tally.commits.milliseconds(at: 0.99))
            ))
        for connection in connections { await connection.close() }
    }

    private struct Record: Encodable {
        let streams, rows, bytes: Int
        let seconds, rowsPerSecond: Double
        let commits: Int
        let commitP50Ms, commitP99Ms: Double?
    }

    private struct Tally: Sendable {
        var rows = 0
        var bytes = 0
        var commits = LatencyHistogram()

        mutating func add(_ other: Tally) {
            rows += other.rows
            bytes += other.bytes
            commits.add(other.commits)
        }
    }

    private static func write(
        _ batches: [RowFile.Batch], _ sql: String, _ limit: ContinuousClock.Instant?, to session: PostgresSession
    ) throws(PostgresError) -> Tally {
        var tally = Tally()
        for batch in batches {
            let start = ContinuousClock.now
            if let limit, start >= limit { break }
            let rows = batch.rows
            try session.copyIn(sql) { _, stream in
                try stream.write(CopyBinaryFormat.header)
                try stream.write(rows.readableBytesSpan)
                try stream.write(CopyBinaryFormat.trailer)
            }
            tally.rows += batch.count
            tally.bytes += rows.readableBytes
            tally.commits.record(nanoseconds: UInt64(seconds(ContinuousClock.now - start) * 1e9))
        }
        return tally
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
