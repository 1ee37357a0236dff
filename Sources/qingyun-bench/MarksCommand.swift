import ArgumentParser
import FleetSimulation
import Logging
import NIOCore
import Operations
import Postgres
import PostgresBinary

struct MarksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks",
        abstract:
            "What the marks for the statistics cost: rows of telemetry.fix stored with them and without, in turns.",
        discussion: """
            Batches of neighbouring rows of a binary COPY file, as COPY ... TO with FORMAT binary writes it, are stored one after the \
            other over one connection, each in a transaction of its own; of each two neighbours one, by chance the first or the second, \
            with the statement by which the gateway marks the day as stale. Both halves see the same table, the same minute and the same \
            machine.
            """)

    @Option(help: "File of rows of telemetry.fix, all columns in their order.")
    var rows: String
    @Option(help: "Rows of a transaction, 1 to 100000.")
    var batchRows = 200
    @Option(name: .customLong("database-url"), help: "PostgreSQL as libpq takes it; telemetry.fix should be empty.")
    var databaseURL: String

    func validate() throws {
        guard (1...100_000).contains(batchRows) else {
            throw ValidationError("--batch-rows: '\(batchRows)' is not accepted; accepted: 1 to 100000")
        }
        if let reason = PostgresConfiguration.validate(databaseURL) {
            throw ValidationError("--database-url: \(reason)")
        }
    }

    func run() async throws {
        let batches = try RowFile(path: rows).split(into: 1, batchRows: batchRows)[0]
        let pairs = batches.count / 2
        guard pairs > 0 else {
            throw ValidationError("--rows: \(rows) has fewer than two batches of \(batchRows) rows")
        }
        let connection = PostgresConnection(
            configuration: PostgresConfiguration(conninfo: databaseURL, applicationName: "qingyun-bench"),
            logger: LogSetup.logger(label: "qingyun-bench", level: .warning))
        try await connection.connect()
        let plain = "COPY telemetry.fix FROM STDIN (FORMAT binary)"
        // One day, as nearly every batch of a gateway has; the day itself does not matter.
        let marked = plain + ";\nINSERT INTO stats.dirty_day (kind, service_date) VALUES ('track', date '2026-06-01')"
        let (withMarks, without) = try await connection.withSession { session in
            var seconds = (withMarks: [Double](), without: [Double]())
            for pair in 0..<pairs {
                let isMarkedFirst = Bool.random()
                for (place, batch) in batches[2 * pair..<2 * pair + 2].enumerated() {
                    let isMarked = (place == 0) == isMarkedFirst
                    let start = ContinuousClock.now
                    try session.copyIn(isMarked ? marked : plain) { _, stream in
                        try stream.write(CopyBinaryFormat.header)
                        try stream.write(batch.rows.readableBytesSpan)
                        try stream.write(CopyBinaryFormat.trailer)
                    }
                    let elapsed = (ContinuousClock.now - start) / .seconds(1)
                    if isMarked { seconds.withMarks.append(elapsed) } else { seconds.without.append(elapsed) }
                }
            }
            return seconds
        }
        await connection.close()
        // Medians: a checkpoint or a neighbour on the machine strikes single batches.
        let (with, plainly) = (Samples(withMarks).median, Samples(without).median)
        print(
            JSONLine.encode(
                Record(
                    batches: 2 * pairs, batchRows: batchRows, withMarksMs: with * 1e3, withoutMs: plainly * 1e3,
                    lossShare: 1 - plainly / with)))
    }

    private struct Record: Encodable {
        let batches, batchRows: Int
        let withMarksMs, withoutMs: Double
        /// The part of the throughput of this connection that the marks take.
        let lossShare: Double
    }
}
