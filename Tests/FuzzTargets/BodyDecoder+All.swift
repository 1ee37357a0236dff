import JTT808
import NIOCore
import Telemetry

extension BodyDecoder {
    /// Every decoder of a body. A new message needs a line or two, and vectors, from which the corpus is made.
    package static let all = session + standard + records

    /// Those of the session and of positions.
    private static let session: [BodyDecoder] = [
        // From the terminal.
        BodyDecoder(
            0x0001, shortest: 5, fidelity: .bytes(5), decode: { body, _ in try GeneralAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x0100, shortest: 25, decode: { body, edition in try Registration(body: body, form: edition.form) },
            encode: { value, _, out in value.encode(into: &out) },
            // The plate of a 2011 body has 9 bytes; with a longer one it has the length of a 2013 body.
            isCut: { value, _ in value.layout == .edition2011 && value.plate.bytes.count > 10 },
            also: { value, _ in
                for text in [value.manufacturerID, value.model, value.deviceID, value.plate] { try check(text) }
            }),
        BodyDecoder(
            0x0102, shortest: 0, decode: { body, edition in Authentication(body: body, form: edition.form) },
            encode: { value, _, out in value.encode(into: &out) },
            // The code of a long header without the 2019 fields may look like these once its padding is gone.
            isCut: { value, edition in
                value.device.map { $0.softwareVersion.bytes.count > 20 } ?? (edition.form == .long)
            },
            also: { value, _ in try check(value.code) }),
        BodyDecoder(
            0x0200, shortest: 28, fidelity: .bytes(nil), decode: { body, _ in try LocationReport(body: body) },
            encode: { value, _, out in value.encode(into: &out) }, also: { value, _ in try checkItems(of: value) }),
        BodyDecoder(
            0x0200, shortest: 28, decode: { body, _ in try Fix(locationBody: body, receivedAt: someInstant) },
            check: { value, body, _ in try checkExtra(of: value, body) }),
        BodyDecoder(
            0x0704, shortest: 3, fidelity: .bytes(nil),
            decode: { body, _ in try LocationBatch(body: ByteBuffer(bytes: body.copiedBytes)) },
            encode: { value, _, out in value.encode(into: &out) }),

        // From the platform.
        BodyDecoder(
            0x8001, shortest: 5, fidelity: .bytes(5), decode: { body, _ in try GeneralAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
        BodyDecoder(
            0x8004, shortest: 6, fidelity: .bytes(6), decode: { body, _ in try ServerTime(body: body) },
            encode: { value, _, out in value.encode(into: &out) }, also: { value, _ in try check(value.time) }),
        BodyDecoder(
            0x8100, shortest: 3, decode: { body, _ in try RegistrationAnswer(body: body) },
            encode: { value, _, out in value.encode(into: &out) }),
    ]

    /// 2026-01-01 00:00 UTC.
    private static let someInstant = Instant(unixSeconds: 1_767_225_600)

    /// Text that was decoded has GB 18030 bytes again.
    private static func check(_ text: WireText) throws {
        guard let string = text.string else { return }
        try require(WireText(encoding: string)?.string == string, "'\(string)' is another text when encoded")
    }

    /// A time that is a date is the date of its seconds.
    private static func check(_ time: TerminalTime) throws {
        guard let seconds = time.wallClockSeconds else { return }
        try require(TerminalTime(wallClockSeconds: seconds) == time, "\(time.digits) is another time when encoded")
    }

    private static func checkItems(of report: LocationReport) throws {
        try check(report.position.time)
        for item in report.items {
            _ = item.standard
            guard let records = LoadSensorRecord.records(inItem: item.value.span.bytes) else { continue }
            // Each record takes 26 bytes of the item, which begins with their number.
            try require(records.count * 26 < item.value.count, "\(records.count) records in \(item.value.count) bytes")
        }
    }

    /// What no column holds is stated in bytes before it is visited: the row's length depends on it.
    private static func checkExtra(of fix: Fix, _ body: [UInt8]) throws {
        var end = 28
        var length = 0
        var isInOrder = true
        fix.forEachExtraByteRange(in: body.span.bytes) { range in
            isInOrder = isInOrder && range.lowerBound >= end && range.upperBound <= body.count
            end = range.upperBound
            length += range.count
        }
        try require(isInOrder, "stretches of the body overlap or pass its end")
        try require(length == fix.extraLength, "\(length) bytes are visited, \(fix.extraLength) were promised")
    }
}

extension Edition {
    fileprivate var form: TerminalAddress.Form { self == .edition2019 ? .long : .short }
}
