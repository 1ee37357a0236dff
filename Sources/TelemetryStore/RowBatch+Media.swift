import JTT808
import PostgresBinary
package import Telemetry

extension RowBatch {
    /// - Parameter path: of the file that holds the bytes; nil: there is none.
    package mutating func append(_ item: MediaItem, terminalID: Int64, receivedAt: Instant, path: String?) {
        append(to: .media, on: item.recordedAt.localDay) { row in
            row.beginRow(fields: 14, reserving: 256)
            row.int64(terminalID)
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: item.recordedAt.microseconds))
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: receivedAt.microseconds))
            row.int64(Int64(item.event.id))
            row.int32(Int32(clamping: item.byteCount))
            row.int32(Int32(bitPattern: item.bodyHash))
            row.int32(item.longitudeE6)
            row.int32(item.latitudeE6)
            row.int16(Int16(item.event.kind))
            row.int16(Int16(item.event.format))
            row.int16(Int16(item.event.event))
            row.int16(Int16(item.event.channel))
            row.int16(item.timeQuality.rawValue)
            row.text(path)
        }
    }
}
