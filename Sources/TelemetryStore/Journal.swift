import Foundation
import GRDB
import NIOCore
import Synchronization
package import Telemetry

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Keeps sealed batches on disk while PostgreSQL is away: SQLite with a write-ahead log and `synchronous = FULL`, so that a batch
/// that ``append(_:)`` has taken survives a crash of the process and of the machine.
///
/// Bounded, in order, and owned by one process at a time.
package final class Journal: Sendable {
    /// How much is in it.
    package struct State: Sendable, Equatable {
        package var batches = 0
        package var rows = 0
        package var bytes = 0
        /// Rows of each table.
        package var rowsByTable = WriteOutcome.Counts()
        /// When the oldest batch was taken; nil when there is none.
        package var oldest: Instant?
        /// Batches that were not taken, since the journal was opened: no room, or a failing disk.
        package var refusedFull = 0
        package var refusedFailed = 0

        package init() {}

        fileprivate mutating func add(_ batch: RowBatch, sign: Int) {
            rows += sign * batch.rowCount
            for table in TelemetryTable.allCases { rowsByTable[table] += sign * batch.rowCount(of: table) }
        }
    }

    /// One batch of the journal, or several neighbours in one, with the keys by which they are removed.
    package struct Entry: Sendable {
        package fileprivate(set) var ids: [Int64]
        package fileprivate(set) var batch: RowBatch
    }

    package static let fileName = "journal.sqlite"
    private static let lockName = "journal.lock"
    /// Room that is given up when the disk is full, because removing needs some.
    private static let reserveName = "journal.reserve"
    private static let reserveBytes = 4 << 20
    /// Batches are read together up to so many bytes, however few rows these are: a reassembled message may be megabytes.
    private static let bytesAtOnce = 32 << 20
    /// Form of the rows in the file; another one is not written to tables that may have changed since.
    private static let layout = 1
    private static let schema = JournalSchema()

    private let directory: String
    private let database: DatabaseQueue
    private let limitBytes: Int
    private let lock: FileLock?
    private let current: Mutex<State>

    /// Opens the journal in `directory`, which is made when it is missing.
    /// - Parameters:
    ///   - limitBytes: bound of what it keeps, in bytes of rows.
    ///   - isExclusive: false only to look: nobody is kept out, and nothing may be appended or removed.
    /// - Throws: ``JournalError/unusable(directory:reason:)``, ``JournalError/inUse(directory:)``.
    package init(directory: String, limitBytes: Int, isExclusive: Bool = true) throws(JournalError) {
        self.directory = directory
        self.limitBytes = limitBytes
        do {
            if isExclusive {
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
                lock = try FileLock(path: directory + "/" + Self.lockName)
            } else {
                lock = nil
            }
            var configuration = Configuration()
            configuration.readonly = !isExclusive
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { db in
                guard isExclusive else { return }
                // A batch in the journal is acknowledged: it must be on the disk, not on its way there.
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
            database = try DatabaseQueue(path: directory + "/" + Self.fileName, configuration: configuration)
            if isExclusive {
                try Self.schema.migrate(database)
                try? Data(count: Self.reserveBytes).write(to: URL(fileURLWithPath: directory + "/" + Self.reserveName))
            }
            let isOfEarlierVersion = try database.read { db in
                try db.tableExists("batch") && !db.tableExists("batch_rows")
            }
            guard !isOfEarlierVersion else {
                throw JournalError.unusable(
                    directory: directory,
                    reason:
                        "its file is of an earlier version; the gateway or 'qingyun journal drain' of this one brings it up to date"
                )
            }
            current = Mutex(try database.read(Self.readState))
        } catch let error as JournalError {
            throw error
        } catch is FileLock.Taken {
            throw .inUse(directory: directory)
        } catch {
            throw .unusable(directory: directory, reason: "\(error)")
        }
    }

    /// What is in it now; costs no disk.
    package var state: State { current.withLock { $0 } }

    package var isEmpty: Bool { state.batches == 0 }

    /// Takes a batch; it is on the disk when this returns.
    /// - Parameter taken: called once it is on the disk, and before anybody can take it out again.
    /// - Throws: ``JournalError/full(limitBytes:)``, ``JournalError/failed(_:)``; then nothing was taken.
    package func append(_ batch: RowBatch, at now: Instant, taken: @escaping @Sendable () -> Void = {})
        async throws(JournalError)
    {
        guard !batch.isEmpty else { return }
        let bytes = batch.byteCount
        // Reserved first, so that two writers cannot both take the last room.
        let hasRoom = current.withLock { state in
            guard state.bytes + bytes <= limitBytes else { return false }
            state.bytes += bytes
            return true
        }
        guard hasRoom else {
            current.withLock { $0.refusedFull += 1 }
            throw .full(limitBytes: limitBytes)
        }
        do {
            try await database.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try Self.insert(batch, at: now, into: db)
                    return .commit
                }
                // Only the COMMIT tells whether the disk had room; and here no removal has run since.
                self.current.withLock { state in
                    state.batches += 1
                    state.add(batch, sign: 1)
                    if state.oldest == nil { state.oldest = now }
                }
                taken()
            }
        } catch {
            current.withLock { state in
                state.bytes -= bytes
                state.refusedFailed += 1
            }
            throw .failed("\(error)")
        }
    }

    /// The batches behind `last`, oldest first, as many as have no more than `mostRows` rows and 32 MiB, and one at least.
    package func next(after last: Int64 = 0, mostRows: Int = 1) async throws(JournalError) -> Entry? {
        do {
            return try await database.read { db in try Self.entry(db, after: last, mostRows: mostRows) }
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Every batch in order, for people who take them elsewhere.
    package func forEachEntry(_ visit: (Entry) throws -> Void) throws {
        var last: Int64 = 0
        while let entry = try database.read({ db in try Self.entry(db, after: last, mostRows: 1) }) {
            try visit(entry)
            last = entry.ids.last ?? last
        }
    }

    /// Forgets batches, once they are in PostgreSQL. A crash before this sends them there again, where their keys are known.
    package func remove(_ entry: Entry) async throws(JournalError) {
        do {
            try await delete(entry)
        } catch {
            // A full disk cannot even forget: the reserve makes room for that.
            try? FileManager.default.removeItem(atPath: directory + "/" + Self.reserveName)
            do {
                try await delete(entry)
            } catch {
                throw .failed("\(error)")
            }
        }
    }

    private func delete(_ entry: Entry) async throws {
        try await database.writeWithoutTransaction { db in
            let marks = entry.ids.map { _ in "?" }.joined(separator: ", ")
            var oldest: Int64?
            try db.inTransaction(.immediate) {
                for (table, key) in [("batch_rows", "batch_id"), ("batch", "id")] {
                    try db.execute(
                        sql: "DELETE FROM \(table) WHERE \(key) IN (\(marks))", arguments: StatementArguments(entry.ids)
                    )
                }
                oldest = try Int64.fetchOne(db, sql: "SELECT taken_at FROM batch ORDER BY id LIMIT 1")
                return .commit
            }
            self.current.withLock { state in
                state.batches -= entry.ids.count
                state.add(entry.batch, sign: -1)
                state.bytes -= entry.batch.byteCount
                state.oldest = oldest.map(Instant.init(microseconds:))
            }
        }
    }

    // MARK: SQL

    private static func insert(_ batch: RowBatch, at now: Instant, into db: Database) throws {
        var days = ByteBuffer()
        for day in batch.days { days.writeInteger(day.daysSince1970) }
        try db.execute(
            sql: "INSERT INTO batch (layout, taken_at, row_count, byte_count, days) VALUES (?, ?, ?, ?, ?)",
            arguments: [layout, now.microseconds, batch.rowCount, batch.byteCount, Data(days.readableBytesView)])
        let id = db.lastInsertedRowID
        for table in TelemetryTable.allCases where batch.rowCount(of: table) > 0 {
            try db.execute(
                sql: "INSERT INTO batch_rows (batch_id, table_name, row_count, rows) VALUES (?, ?, ?, ?)",
                arguments: [id, table.name, batch.rowCount(of: table), Data(batch.rows(of: table).readableBytesView)])
        }
    }

    private static func entry(_ db: Database, after last: Int64, mostRows: Int) throws -> Entry? {
        var entry: Entry?
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, row_count, byte_count, days FROM batch WHERE id > ? AND layout = ? ORDER BY id",
            arguments: [last, layout])
        while let row = try rows.next() {
            let count: Int = row["row_count"]
            let bytes: Int = row["byte_count"]
            if let entry,
                entry.batch.rowCount + count > mostRows || entry.batch.byteCount + bytes > bytesAtOnce
                    || entry.ids.count >= 500
            {
                break
            }
            let id: Int64 = row["id"]
            let batch = try batch(id, days: row["days"], in: db)
            if entry == nil {
                entry = Entry(ids: [id], batch: batch)
            } else {
                entry?.ids.append(id)
                entry?.batch.append(contentsOf: batch)
            }
        }
        return entry
    }

    private static func batch(_ id: Int64, days: Data, in db: Database) throws -> RowBatch {
        var days = ByteBuffer(bytes: days)
        var localDays: [LocalDay] = []
        while let day: Int32 = days.readInteger() { localDays.append(LocalDay(daysSince1970: day)) }
        var tables: [String: (rows: ByteBuffer, count: Int)] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT table_name, row_count, rows FROM batch_rows WHERE batch_id = ?", arguments: [id])
        while let row = try rows.next() {
            tables[row["table_name"]] = (ByteBuffer(bytes: row["rows"] as Data), row["row_count"])
        }
        return RowBatch(days: localDays) { tables[$0.name] ?? (ByteBuffer(), 0) }
    }

    private static func readState(_ db: Database) throws -> State {
        var state = State()
        guard try db.tableExists("batch_rows"),
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS batches, coalesce(sum(row_count), 0) AS row_sum, coalesce(sum(byte_count), 0) AS bytes,
                        min(taken_at) AS oldest
                    FROM batch
                    """)
        else { return state }
        state.batches = row["batches"]
        state.rows = row["row_sum"]
        state.bytes = row["bytes"]
        let byTable = try Row.fetchCursor(
            db, sql: "SELECT table_name, sum(row_count) AS row_sum FROM batch_rows GROUP BY table_name")
        while let row = try byTable.next() {
            guard let table = TelemetryTable(name: row["table_name"]) else { continue }
            state.rowsByTable[table] = row["row_sum"]
        }
        state.oldest = (row["oldest"] as Int64?).map(Instant.init(microseconds:))
        return state
    }
}
