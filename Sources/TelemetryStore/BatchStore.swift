import NIOCore
import Postgres
import PostgresBinary
import Telemetry

/// Makes batches durable over one connection: straight COPY first, the duplicate-safe path when a key is there already,
/// and bisection when PostgreSQL refuses a row, so that no row costs its neighbours.
///
/// Synchronous, and confined to the connection's executor. When ``write(_:to:)`` returns, every row is committed; when it
/// throws, the batch as a whole may be sent again: what was committed meanwhile turns out a duplicate.
struct BatchStore {
    /// Days whose partitions are known to be there.
    private var preparedDays: Set<LocalDay> = []

    mutating func write(_ batch: RowBatch, to session: PostgresSession) throws(PostgresError) -> WriteOutcome {
        var refused = RowBatch()
        var outcome = try write(batch, to: session, refused: &refused)
        // Together and last: a thousand refused rows are one commit more, and not a second time in quarantine when the connection is lost
        // in between.
        if !refused.isEmpty {
            var none = RowBatch()
            outcome.add(try write(refused, to: session, refused: &none))
        }
        return outcome
    }

    /// - Parameter refused: gets records for quarantine of the rows that PostgreSQL refuses.
    private mutating func write(_ batch: RowBatch, to session: PostgresSession, refused: inout RowBatch)
        throws(PostgresError) -> WriteOutcome
    {
        guard !batch.isEmpty else { return WriteOutcome() }
        try prepare(batch.days, on: session)
        do throws(PostgresError) {
            return try Self.copy(batch, on: session)
        } catch {
            switch error {
            case let error where error.isUniqueViolation: break
            case let error where error.isMissingPartition:
                // Somebody dropped a partition that we knew.
                preparedDays.removeAll()
                try prepare(batch.days, on: session)
            case let error where error.isDataError:
                return try bisect(batch, because: error, on: session, refused: &refused)
            default: throw error
            }
        }
        do throws(PostgresError) {
            return try Self.merge(batch, on: session)
        } catch {
            guard error.isDataError else { throw error }
            return try bisect(batch, because: error, on: session, refused: &refused)
        }
    }

    /// Makes the partitions of `days` that are not known to be there.
    mutating func prepare(_ days: [LocalDay], on session: PostgresSession) throws(PostgresError) {
        for day in days where !preparedDays.contains(day) {
            _ = try session.query(
                "SELECT telemetry.ensure_day(date '1970-01-01' + $1::integer)", [.int(Int(day.daysSince1970))])
            preparedDays.insert(day)
        }
    }

    /// All tables in one simple query: the statements are one implicit transaction, so a batch costs one round trip a COPY
    /// and none for BEGIN and COMMIT.
    private static func copy(_ batch: RowBatch, on session: PostgresSession) throws(PostgresError) -> WriteOutcome {
        let tables = TelemetryTable.allCases.filter { batch.rowCount(of: $0) > 0 }
        var statements = tables.map(\.copyStatement).joined(separator: ";\n")
        if let marks = StaleDays.statement(for: batch, in: TableSet(tables)) { statements += ";\n" + marks }
        _ = try session.copyIn(statements) { index, stream in
            try send(batch.rows(of: tables[index]), to: stream)
        }
        var outcome = WriteOutcome()
        for table in tables { outcome.stored[table] = batch.rowCount(of: table) }
        return outcome
    }

    /// Through temporary tables, keeping what is there already.
    private static func merge(_ batch: RowBatch, on session: PostgresSession) throws(PostgresError) -> WriteOutcome {
        let tables = TelemetryTable.allCases.filter { batch.rowCount(of: $0) > 0 }
        do {
            return try session.transaction { session in
                var outcome = WriteOutcome()
                for table in tables {
                    let rows = batch.rows(of: table)
                    guard table.hasKey else {
                        _ = try session.copyIn(table.copyStatement) { _, stream in try send(rows, to: stream) }
                        outcome.stored[table] = batch.rowCount(of: table)
                        continue
                    }
                    try session.execute(table.createStagingStatement)
                    _ = try session.copyIn(table.copyToStagingStatement) { _, stream in try send(rows, to: stream) }
                    let stored = try session.query(table.mergeStatement)[0].int("stored")
                    outcome.stored[table] = stored
                    outcome.duplicates[table] = batch.rowCount(of: table) - stored
                }
                let grown = TableSet(tables.filter { outcome.stored[$0] > 0 })
                if let marks = StaleDays.statement(for: batch, in: grown) { try session.execute(marks) }
                return outcome
            }
        } catch let error as PostgresError {
            throw error
        } catch {
            preconditionFailure("nothing else is thrown inside: \(error)")
        }
    }

    /// Halves the batch until the refused rows stand alone; these go to quarantine. Each part commits by itself.
    private mutating func bisect(
        _ batch: RowBatch, because error: PostgresError, on session: PostgresSession, refused: inout RowBatch
    ) throws(PostgresError) -> WriteOutcome {
        // The server answers; each part may take as long as a batch.
        session.renewLimit()
        guard batch.rowCount == 1 else {
            let (left, right) = batch.halves()
            var outcome = try write(left, to: session, refused: &refused)
            outcome.add(try write(right, to: session, refused: &refused))
            return outcome
        }
        guard let table = TelemetryTable.allCases.first(where: { batch.rowCount(of: $0) == 1 }) else {
            return WriteOutcome()
        }
        // A row of quarantine itself that is refused could only be refused again.
        guard table != .quarantine else { throw error }
        let raw = batch.rows(of: table)
        refused.append(
            QuarantineRecord(
                receivedAt: Self.now(), terminalID: Self.terminalID(ofRow: raw), reason: "rejected_row",
                detail: "\(table.name): \(error)", raw: raw))
        var outcome = WriteOutcome()
        outcome.rejected[table] += 1
        return outcome
    }

    private static func send(_ rows: ByteBuffer, to stream: borrowing PostgresCopyStream) throws(PostgresError) {
        try stream.write(CopyBinaryFormat.header)
        try stream.write(rows.readableBytesSpan)
        try stream.write(CopyBinaryFormat.trailer)
    }

    /// `terminal_id` is the first column of every table with a key: field count, length, value.
    private static func terminalID(ofRow row: ByteBuffer) -> Int64 {
        row.getInteger(at: row.readerIndex + 6, as: Int64.self) ?? 0
    }

    private static func now() -> Instant { WallClock.now() }
}
