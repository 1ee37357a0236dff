/// Finds Toledo frames in a stream, and out whether they carry a checksum.
///
/// CR and STX may both be a checksum's value, so neither ends or begins anything alone: a frame is an STX with a CR at its
/// distance and nothing but digits between.
struct ToledoFraming: Sendable {
    /// So many frames in a row with a wrong checksum, and the indicator's setting must have been changed.
    static let faultsBeforeDoubt = 8

    let firstByte: UInt8
    let form: ScaleDialect.Form
    let checksum: ScaleDialect.Checksum
    let mask: UInt8
    let tellsZeroing: Bool
    let unit: WeightUnit
    /// In ``ScaleDialect/Checksum/automatic``: a frame with a checksum was seen.
    private var expectsChecksum = false
    private var faultsInRow = 0

    init(_ dialect: ScaleDialect, firstByte: UInt8) {
        self.firstByte = firstByte
        form = dialect.form
        checksum = dialect.checksum
        mask = dialect.mask
        tellsZeroing = dialect.tellsZeroing
        unit = dialect.unit
    }

    private var length: Int {
        form == .toledoExtended ? ToledoExtendedFrame.length : ToledoFrame.length(isShort: form == .toledoShort)
    }

    /// Judges what begins at the front of `span`, which is ``firstByte``.
    mutating func examine(_ span: RawSpan, isLast: Bool) -> Finding {
        let length = length
        guard span.byteCount >= length else {
            return isLast ? .fault(.truncated, length: span.byteCount) : .needMoreData
        }
        let reading: ScaleReading
        if form == .toledoExtended {
            guard let frame = ToledoExtendedFrame(span, mask: mask) else { return .fault(.shape, length: length) }
            reading = frame.reading(unit: unit)
        } else {
            guard let frame = ToledoFrame(span, isShort: form == .toledoShort, mask: mask) else {
                return .fault(.shape, length: length)
            }
            reading = frame.reading(tellsZeroing: tellsZeroing)
        }
        if checksum == .absent { return .reading(reading, length: length) }
        guard let next = span.byte(at: length, mask: 0x7F) else {
            guard isLast else { return .needMoreData }
            return mayEndHere ? .reading(reading, length: length) : .fault(.truncated, length: length)
        }
        let isRight = (ToledoChecksum.sum(span, count: length) &+ next) & 0x7F == 0
        if checksum == .required {
            return isRight ? .reading(reading, length: length + 1) : .fault(.checksum, length: length + 1)
        }
        if expectsChecksum {
            if isRight {
                faultsInRow = 0
                return .reading(reading, length: length + 1)
            }
            faultsInRow += 1
            if faultsInRow == Self.faultsBeforeDoubt {
                expectsChecksum = false
                faultsInRow = 0
            }
            return .fault(.checksum, length: length + 1)
        }
        guard isRight else {
            return next == firstByte ? .reading(reading, length: length) : .fault(.checksum, length: length + 1)
        }
        guard next == firstByte else {
            expectsChecksum = true
            return .reading(reading, length: length + 1)
        }
        // A right checksum that looks like the next frame's first byte: the byte behind it decides, for no first status
        // byte has this value.
        guard let second = span.byte(at: length + 1, mask: 0x7F) else {
            return isLast ? .reading(reading, length: length + 1) : .needMoreData
        }
        return .reading(reading, length: second == firstByte ? length + 1 : length)
    }

    private var mayEndHere: Bool { checksum == .automatic && !expectsChecksum }
}
