import FleetSimulation
import JTT808
import NIOCore
import Telemetry
import TelemetryStore

/// The way of a 0x0200 from the socket's bytes to its COPY row, as a session of the gateway goes it, cut off after each stage.
struct DecodePath {
    /// Frames of one pass: frames and rows together stay in the caches of a core, as those of a read and its batch do.
    private static let frameCount = 2000
    private static let terminalID: Int64 = 42

    private let stream: ByteBuffer
    private let frameLengths: [Int]
    private var rows: ByteBuffer
    private let receivedAt: Instant
    private var parser = FrameParser()
    private var batch = RowBatch()
    private var target: [UInt8]
    private var sum: UInt64 = 0

    /// Frames that hold an escape.
    private(set) var escapedCount = 0

    var count: Int { frameLengths.count }
    var frameBytes: Double { Double(stream.readableBytes) / Double(count) }
    var rowBytes: Double { Double(rows.readableBytes) / Double(count) }

    /// Positions of one driving vehicle with items 0x01, 0x02 and 0x03; the last has no column and becomes `extra`.
    init() {
        guard let number = TerminalNumber("13900000001"), let address = TerminalAddress(number, form: .long) else {
            preconditionFailure("the number has eleven digits")
        }
        let start: Int64 = 1_764_000_000
        var vehicle = SimulatedVehicle(seed: 1, index: 0)
        var stream = ByteBuffer()
        var lengths: [Int] = []
        for index in 0..<Self.frameCount {
            vehicle.advance(by: 1)
            var report = vehicle.reading(at: .reported(at: start + Int64(index))).report
            report.items = Array(report.items.prefix(3))
            let before = stream.writerIndex
            stream.writeFrame(.locationReport, from: address, serial: UInt16(index)) { report.encode(into: &$0) }
            lengths.append(stream.writerIndex - before)
            if stream.readableBytesView[before...].contains(0x7D) { escapedCount += 1 }
        }
        self.stream = stream
        frameLengths = lengths
        receivedAt = Instant(unixSeconds: start + Int64(Self.frameCount))
        rows = ByteBuffer()
        target = []
        makeRows()
        precondition(batch.rowCount == Self.frameCount, "every frame becomes a row")
        // A copy: the batch's own storage is written to again.
        rows.writeImmutableBuffer(batch.rows(of: .fix))
        target = Array(repeating: 0, count: stream.readableBytes + rows.readableBytes)
    }

    /// The floor: each frame's bytes, then those of a row, are copied to where they would go.
    mutating func copyBytes() {
        let rowLength = rows.readableBytes / count
        target.withUnsafeMutableBytes { target in
            stream.withUnsafeReadableBytes { frames in
                rows.withUnsafeReadableBytes { rows in
                    var source = 0
                    var written = 0
                    for index in 0..<frameLengths.count {
                        let length = frameLengths[index]
                        target[written..<written + length].copyBytes(from: frames[source..<source + length])
                        source += length
                        written += length
                        target[written..<written + rowLength].copyBytes(
                            from: rows[index * rowLength..<(index + 1) * rowLength])
                        written += rowLength
                    }
                }
            }
            Self.keep(UInt64(target[target.count / 2]))
        }
    }

    /// Cuts, unescapes, checks, reads the header.
    mutating func parse() {
        var bytes = stream
        while case .frame(let frame) = parser.next(in: &bytes) { sum &+= UInt64(frame.header.serial) }
        Self.keep(sum)
    }

    /// And reads the position and the items, and hashes the body.
    mutating func parseAndDecode() {
        var bytes = stream
        while case .frame(let frame) = parser.next(in: &bytes) {
            let body = frame.body.readableBytesSpan
            guard let fix = try? Fix(locationBody: body, receivedAt: receivedAt) else { continue }
            sum &+= UInt64(fix.bodyHash)
        }
        Self.keep(sum)
    }

    /// And appends the row: the whole way.
    mutating func makeRows() {
        batch.removeAll()
        var bytes = stream
        while case .frame(let frame) = parser.next(in: &bytes) {
            let body = frame.body.readableBytesSpan
            guard let fix = try? Fix(locationBody: body, receivedAt: receivedAt) else { continue }
            batch.append(fix, terminalID: Self.terminalID, receivedAt: receivedAt, isBackfill: false, body: body)
        }
        Self.keep(UInt64(batch.byteCount))
    }

    /// Whatever led to `value` cannot be optimised away.
    @inline(never)
    private static func keep(_ value: UInt64) { withExtendedLifetime(value) {} }
}
