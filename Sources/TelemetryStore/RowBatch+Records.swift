import JTT808
import PostgresBinary
package import Telemetry

extension RowBatch {
    /// - Parameter raw: the record that `event` was made from.
    package mutating func append(_ event: RecordEvent, terminalID: Int64, receivedAt: Instant, raw: RawSpan) {
        let table: TelemetryTable
        let fields: Int
        switch event.record.content {
        case .tagRead: (table, fields) = (.tagRead, 5)
        case .loadSample: (table, fields) = (.loadSample, 3)
        case .lift: (table, fields) = (.lift, 9)
        case .stationWeighing: (table, fields) = (.stationWeighing, 15)
        }
        let record = event.record
        // What the columns do not say is kept as it came.
        var needsRaw = event.timeQuality != .device || record.head.milliseconds > 999
        append(to: table, on: event.recordedAt.localDay) { row in
            row.beginRow(fields: 9 + fields + 2, reserving: 200 + 2 * raw.byteCount)
            let head = record.head
            row.int64(terminalID)
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: event.recordedAt.microseconds))
            row.timestamptz(PostgresEpoch.microseconds(fromUnix: receivedAt.microseconds))
            row.int32(event.bootNumber)
            row.int64(Int64(head.sequence))
            row.int32(head.hasFix ? head.longitudeE6 : nil)
            row.int32(head.hasFix ? head.latitudeE6 : nil)
            row.int32(head.fixAgeDs == RecordHead.unknownFixAge ? nil : Int32(head.fixAgeDs))
            row.int16(event.timeQuality.rawValue)
            switch record.content {
            case .tagRead(let read):
                row.int16(Int16(read.reader))
                row.int16(Int16(read.antenna))
                row.int16(Int16(read.rssiDbm))
                row.int16(Int16(read.tag.technology))
                row.bytes(read.tag.bytes)
            case .loadSample(let sample):
                row.int16(Int16(sample.channel))
                row.int32(Int32(sample.flags.rawValue))
                row.int32(sample.weightG)
            case .lift(let lift):
                row.int16(Int16(lift.mode))
                row.int32(Int32(lift.flags.rawValue))
                row.int32(lift.grossG)
                row.int32(lift.tareG)
                row.int32(lift.netG)
                row.int16(Int16(lift.wasteType))
                row.int16(Int16(lift.quality))
                row.int16(Int16(lift.tag.technology))
                row.bytes(lift.tag.bytes.isEmpty ? nil : lift.tag.bytes)
            case .stationWeighing(let weighing):
                row.int16(Int16(weighing.scale))
                row.int16(Int16(weighing.direction))
                row.int16(Int16(weighing.mode))
                row.int32(Int32(weighing.flags.rawValue))
                row.int32(weighing.grossG)
                row.int32(weighing.tareG)
                row.int32(weighing.netG)
                row.int16(Int16(weighing.tareSource))
                row.int16(Int16(weighing.wasteType))
                row.int16(Int16(weighing.identifiedBy))
                row.int64(weighing.supersedes == 0 ? nil : Int64(weighing.supersedes))
                for field in [weighing.ticket, weighing.plate] {
                    // PostgreSQL takes no NUL in a text, and what is not GB 18030 is none.
                    let text = field.string.flatMap { $0.utf8.contains(0) ? nil : $0 }
                    if text == nil { needsRaw = true }
                    row.text(text.flatMap { $0.isEmpty ? nil : $0 })
                }
                row.int16(Int16(weighing.tag.technology))
                row.bytes(weighing.tag.bytes.isEmpty ? nil : weighing.tag.bytes)
            }
            row.bytes(record.rest.isEmpty ? nil : record.rest)
            if needsRaw { row.bytes(raw) } else { row.null() }
        }
    }
}
