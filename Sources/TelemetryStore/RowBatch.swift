package import JTT808
package import NIOCore
import PostgresBinary
package import Telemetry

/// Rows that become durable together: for each table, rows in the form that COPY takes, ready when the batch is sealed.
///
/// Appending is the hot path: it writes into buffers that are there already and allocates nothing but their growth.
package struct RowBatch: Sendable {
    private var fixes = CopyRowWriter()
    /// Of every other table, in their order.
    private var others = [CopyRowWriter](repeating: CopyRowWriter(), count: TelemetryTable.allCases.count - 1)
    /// Local days that the rows fall into, each once; nearly always one.
    private var touchedDays: [TouchedDay] = []

    private struct TouchedDay {
        let day: LocalDay
        var tables: TableSet
    }

    /// Local days that the rows fall into, each once.
    package var days: [LocalDay] { touchedDays.map(\.day) }

    package init() {}

    /// A batch whose rows are encoded already, from the journal. Which table has rows of which day is not kept there: each of all.
    init(days: [LocalDay], rows: (TelemetryTable) -> (rows: ByteBuffer, count: Int)) {
        var tables = TableSet()
        for table in TelemetryTable.allCases {
            let (bytes, count) = rows(table)
            set(CopyRowWriter(rows: bytes, count: count), for: table)
            if count > 0 { tables.insert(table) }
        }
        touchedDays = days.map { TouchedDay(day: $0, tables: tables) }
    }

    package var isEmpty: Bool { rowCount == 0 }
    package var rowCount: Int { others.reduce(fixes.rowCount) { $0 + $1.rowCount } }
    package var byteCount: Int { others.reduce(fixes.byteCount) { $0 + $1.byteCount } }

    package func rowCount(of table: TelemetryTable) -> Int { writer(of: table).rowCount }

    /// Rows of each table.
    package var counts: WriteOutcome.Counts {
        var counts = WriteOutcome.Counts()
        for table in TelemetryTable.allCases { counts[table] = rowCount(of: table) }
        return counts
    }

    package func rows(of table: TelemetryTable) -> ByteBuffer { writer(of: table).rows }

    private func writer(of table: TelemetryTable) -> CopyRowWriter {
        table == .fix ? fixes : others[table.rawValue - 1]
    }

    /// Appends rows to any table but that of fixes.
    mutating func append(to table: TelemetryTable, on day: LocalDay, _ write: (inout CopyRowWriter) -> Void) {
        note(day, table)
        write(&others[table.rawValue - 1])
    }

    // MARK: Appending

    /// - Parameter body: the location body that `fix` was made from.
    package mutating func append(_ fix: Fix, terminalID: Int64, receivedAt: Instant, isBackfill: Bool, body: RawSpan) {
        note(fix.recordedAt.localDay, .fix)
        let position = fix.position
        let bodyLength = fix.needsRawBody ? body.byteCount : 0
        fixes.row(fields: 19, variableBytes: fix.extraLength + bodyLength) { row in
            row.int64(terminalID)
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: fix.recordedAt.microseconds))
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: receivedAt.microseconds))
            row.int64(Int64(position.alarmBits))
            row.int64(Int64(position.statusBits))
            row.int64(fix.odometerHm.map(Int64.init))
            row.int32(Int32(bitPattern: fix.bodyHash))
            row.int32(fix.longitudeE6)
            row.int32(fix.latitudeE6)
            row.int32(Int32(position.altitudeM))
            row.int32(Int32(position.speedDkmh))
            row.int32(Int32(position.courseDeg))
            row.int32(fix.fuelDl.map(Int32.init))
            row.int16(fix.satellites.map(Int16.init))
            row.int16(fix.signal.map(Int16.init))
            row.int16(fix.timeQuality.rawValue)
            row.bool(isBackfill)
            if fix.extraLength > 0 {
                row.bytes(count: fix.extraLength)
                fix.forEachExtraByteRange(in: body) { range in row.append(body.extracting(range)) }
            } else {
                row.null()
            }
            if fix.needsRawBody {
                row.bytes(body)
            } else {
                row.null()
            }
        }
    }

    /// - Parameter receivedAt: no second message of this gateway may have the same; it is part of the key.
    package mutating func append(message frame: Frame, terminalID: Int64, receivedAt: Instant) {
        let header = frame.header
        append(to: .message, on: receivedAt.localDay) { messages in
            messages.beginRow(fields: 8, reserving: 64 + header.bodyLength)
            messages.int64(terminalID)
            messages.timestamptz(PostgresEpoch.microseconds(fromUnix: receivedAt.microseconds))
            messages.int32(Int32(header.serial))
            messages.int32(Int32(header.messageID.rawValue))
            messages.int32((header.package?.total).map(Int32.init))
            messages.int32((header.package?.index).map(Int32.init))
            messages.int16(Int16(header.encryption))
            messages.bytes(frame.body)
        }
    }

    package mutating func append(_ record: QuarantineRecord) {
        append(to: .quarantine, on: record.receivedAt.localDay) { quarantine in
            quarantine.beginRow(fields: 8, reserving: 128 + record.raw.readableBytes)
            quarantine.timestamptz(PostgresEpoch.microseconds(fromUnix: record.receivedAt.microseconds))
            quarantine.int64(record.terminalID)
            quarantine.int32((record.messageID?.rawValue).map(Int32.init))
            quarantine.int32(record.serial.map(Int32.init))
            quarantine.text(record.reason)
            quarantine.text(record.detail)
            quarantine.text(record.peer)
            quarantine.bytes(record.raw)
        }
    }

    @inline(__always)
    private mutating func note(_ day: LocalDay, _ table: TelemetryTable) {
        // The last one first: neighbours in a batch nearly always share their day.
        let last = touchedDays.count - 1
        if last >= 0, touchedDays[last].day == day {
            touchedDays[last].tables.insert(table)
        } else {
            note(day, TableSet([table]))
        }
    }

    private mutating func note(_ day: LocalDay, _ tables: TableSet) {
        if let place = touchedDays.firstIndex(where: { $0.day == day }) {
            touchedDays[place].tables.formUnion(tables)
        } else {
            touchedDays.append(TouchedDay(day: day, tables: tables))
        }
    }

    /// Calls `body` for each day with the tables that have rows of it, in the order in which they came.
    func forEachDay(_ body: (LocalDay, TableSet) -> Void) {
        for touched in touchedDays { body(touched.day, touched.tables) }
    }

    // MARK: Reuse, joining and splitting

    /// Adds the rows of another batch behind these.
    mutating func append(contentsOf other: RowBatch) {
        for table in TelemetryTable.allCases where other.rowCount(of: table) > 0 {
            var joined = rows(of: table)
            joined.writeImmutableBuffer(other.rows(of: table))
            set(CopyRowWriter(rows: joined, count: rowCount(of: table) + other.rowCount(of: table)), for: table)
        }
        other.forEachDay { note($0, $1) }
    }

    /// Empties the batch and keeps its memory, for the next one.
    package mutating func removeAll() {
        fixes.removeAll()
        for index in others.indices { others[index].removeAll() }
        touchedDays.removeAll(keepingCapacity: true)
    }

    /// Two batches with half of the rows each, table by table: for finding the row that PostgreSQL refuses.
    /// - Precondition: there are at least two rows.
    func halves() -> (RowBatch, RowBatch) {
        var left = RowBatch()
        var right = RowBatch()
        var wanted = rowCount / 2
        left.touchedDays = touchedDays
        right.touchedDays = touchedDays
        for table in TelemetryTable.allCases {
            let count = rowCount(of: table)
            let (first, second) = Self.split(rows(of: table), count: count, at: min(wanted, count))
            left.set(first, for: table)
            right.set(second, for: table)
            wanted -= first.rowCount
        }
        return (left, right)
    }

    private mutating func set(_ rows: CopyRowWriter, for table: TelemetryTable) {
        if table == .fix { fixes = rows } else { others[table.rawValue - 1] = rows }
    }

    private static func split(_ rows: ByteBuffer, count: Int, at index: Int) -> (CopyRowWriter, CopyRowWriter) {
        var walk = CopyBinaryRows(rows)
        var end = rows.readerIndex
        for _ in 0..<index {
            // Our own rows: a malformed one would be a fault of the encoder.
            guard let range = try? walk.next() else { preconditionFailure("the batch holds fewer rows than it counts") }
            end = range.upperBound
        }
        let first = rows.getSlice(at: rows.readerIndex, length: end - rows.readerIndex) ?? ByteBuffer()
        let second = rows.getSlice(at: end, length: rows.writerIndex - end) ?? ByteBuffer()
        return (CopyRowWriter(rows: first, count: index), CopyRowWriter(rows: second, count: count - index))
    }
}
