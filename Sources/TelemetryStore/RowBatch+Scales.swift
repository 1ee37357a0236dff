package import NIOCore
import PostgresBinary
package import Telemetry

extension RowBatch {
    /// UHF EPC among the technologies of tags.
    private static let uhfEPC: Int16 = 4
    /// The indicator holds the tare.
    private static let storedTare: Int16 = 2

    /// - Parameter raw: the frame that the record was made from, where the row keeps it.
    package mutating func append(_ record: ScaleRecord, raw: ByteBuffer?) {
        let table: TelemetryTable
        let fields: Int
        switch record.content {
        case .weighing: (table, fields) = (.stationWeighing, 15)
        case .sample: (table, fields) = (.loadSample, 3)
        case .tagRead: (table, fields) = (.tagRead, 5)
        }
        let key = record.key
        append(to: table, on: key.recordedAt.localDay) { row in
            row.beginRow(fields: 9 + fields + 2, reserving: 256)
            let recordedAt = PostgresEpoch.microseconds(fromUnix: key.recordedAt.microseconds)
            row.int64(key.terminalID)
            row.timestamptz(recordedAt)
            row.timestamptz(recordedAt)
            row.int32(key.bootNumber)
            row.int64(key.sequence)
            // No place, and no date of its own.
            row.null()
            row.null()
            row.null()
            row.int16(TimeQuality.noDate.rawValue)
            switch record.content {
            case .weighing(let weighing):
                row.int16(0)
                row.int16(weighing.direction)
                row.int16(weighing.mode)
                row.int32(weighing.flags)
                row.int32(weighing.grossG)
                row.int32(weighing.tareG)
                row.int32(weighing.netG)
                row.int16((weighing.tareG ?? 0) == 0 ? 0 : Self.storedTare)
                row.int16(0)
                row.int16(0)
                row.int64(weighing.supersedes)
                row.null()
                row.null()
                row.int16(0)
                row.null()
            case .sample(let sample):
                row.int16(0)
                row.int32(sample.flags)
                row.int32(sample.weightG)
            case .tagRead(let read):
                row.int16(0)
                row.int16(0)
                row.int16(read.rssiDbm)
                row.int16(Self.uhfEPC)
                row.bytes(read.tag)
            }
            row.null()
            row.bytes(raw)
        }
    }
}
