import JTT808
import NIOCore

/// Turns the messages of one terminal into frames.
struct DayWriter {
    private let address: TerminalAddress
    private var template: ReportTemplate

    init(address: TerminalAddress) {
        self.address = address
        template = ReportTemplate(address: address)
    }

    /// Appends the frame of `message`.
    mutating func write(_ message: DayMessage, serial: UInt16, into out: inout ByteBuffer) {
        switch message.content {
        case .report(let reading): template.write(reading, serial: serial, into: &out)
        case .backlog(let readings):
            let batch = LocationBatch(kind: 1, reports: readings.map(\.report))
            out.writeFrame(.locationBatch, from: address, serial: serial) { batch.encode(into: &$0) }
        case .records(let records):
            let batch = RecordBatch(records)
            out.writeFrame(.passthroughUp, from: address, serial: serial) { body in
                body.writeInteger(Passthrough.Kind.records.rawValue)
                batch.encode(into: &body)
            }
        }
    }
}
