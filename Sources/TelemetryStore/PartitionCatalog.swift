package import Postgres
package import Telemetry

/// The day partitions of the telemetry tables: made ahead, listed, and dropped by age.
package struct PartitionCatalog {
    package struct Partition: Sendable, Equatable {
        /// The partitioned table, without its schema.
        package let table: String
        /// Local day, `YYYY-MM-DD`.
        package let day: String
        package let name: String
        /// At the last ANALYZE.
        package let estimatedRows: Int
        package let bytes: Int
    }

    private let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Makes the partitions of all days from `first` to `last` that are missing, a transaction a day.
    /// - Returns: how many were made.
    package func ensure(from first: LocalDay, through last: LocalDay) throws -> Int {
        guard first <= last else { return 0 }
        var made = 0
        for day in first.daysSince1970...last.daysSince1970 {
            made += try session.query(
                "SELECT telemetry.ensure_day(date '1970-01-01' + $1::integer) AS made", [.int(Int(day))])[0].int("made")
        }
        return made
    }

    /// Partitions by day and table; with `before`, only those of earlier days.
    package func list(before: String? = nil) throws -> [Partition] {
        try session.query(
            """
            SELECT table_name, day, partition_name, estimated_rows, bytes
            FROM telemetry.day_partition
            WHERE $1::date IS NULL OR day < $1::date
            ORDER BY day, table_name
            """, [before.map(PostgresValue.text) ?? .null]
        ).map { row in
            Partition(
                table: try row.text("table_name"), day: try row.text("day"), name: try row.text("partition_name"),
                estimatedRows: try row.int("estimated_rows"), bytes: try row.int("bytes"))
        }
    }

    /// Drops partitions in one transaction, all of them or none.
    ///
    /// DROP needs the parent for itself, and every COPY queues behind whoever waits for that. So it waits a moment only, and
    /// tries again later: for ``longestWait`` in all.
    /// - Parameters:
    ///   - prepare: called first in the transaction, while nobody waits for it.
    ///   - confirm: called when nobody else can write to the partitions any more.
    /// - Returns: false when one of the two said no; then nothing happened, what they wrote included.
    package func drop(_ partitions: [Partition], prepare: () throws -> Bool, confirm: () throws -> Bool) throws -> Bool
    {
        let deadline = ContinuousClock.now + Self.longestWait
        while true {
            do {
                try session.transaction { session in
                    guard try prepare() else { throw Refusal() }
                    try session.execute("SET LOCAL lock_timeout = '100ms'")
                    let names = try partitions.map { "telemetry.\(try session.quotedIdentifier($0.name))" }
                        .joined(separator: ", ")
                    if !names.isEmpty { try session.execute("LOCK TABLE \(names) IN ACCESS EXCLUSIVE MODE") }
                    guard try confirm() else { throw Refusal() }
                    if !names.isEmpty { try session.execute("DROP TABLE \(names)") }
                }
                return true
            } catch is Refusal {
                return false
            } catch PostgresError.server(.lockNotAvailable, _, _, _) where ContinuousClock.now < deadline {
                _ = try session.query("SELECT pg_sleep(0.5)")
            }
        }
    }

    private struct Refusal: Error {}

    private static let longestWait: Duration = .seconds(30)
}
