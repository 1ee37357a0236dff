public import NIOCore

/// One frame of Mettler-Toledo's standard continuous output: STX, three status bytes, weight, tare, CR, and a checksum if
/// the indicator is set so. The short form has no tare.
public struct ToledoFrame: Hashable, Sendable {
    public var status: ToledoStatus
    public var weight: DigitField
    /// nil in the short form.
    public var tare: DigitField?

    public init(status: ToledoStatus, weight: DigitField, tare: DigitField?) {
        self.status = status
        self.weight = weight
        self.tare = tare
    }

    static func length(isShort: Bool) -> Int { isShort ? 11 : 17 }

    /// Reads a frame at the front of `span`, its checksum not looked at; nil when these bytes are no such frame.
    package init?(_ span: RawSpan, isShort: Bool, mask: UInt8) {
        let end = Self.length(isShort: isShort) - 1
        guard span.byte(at: 0, mask: mask) == Control.startOfText,
            span.byte(at: end, mask: mask) == Control.carriageReturn,
            let a = span.byte(at: 1), let b = span.byte(at: 2), let c = span.byte(at: 3),
            let weight = DigitField(span, at: 4, mask: mask)
        else { return nil }
        status = ToledoStatus(a: a, b: b, c: c)
        self.weight = weight
        if !isShort {
            guard let field = DigitField(span, at: 10, mask: mask) else { return nil }
            tare = field
        }
    }

    /// Appends the frame.
    public func encode(into out: inout ByteBuffer, hasChecksum: Bool) {
        var bytes = [Control.startOfText, status.a, status.b, status.c]
        bytes += weight.characters
        if let tare { bytes += tare.characters }
        bytes.append(Control.carriageReturn)
        if hasChecksum { bytes.append(ToledoChecksum.of(bytes)) }
        out.writeBytes(bytes)
    }

    /// What it says. Out of range with a minus sign is under zero, otherwise over capacity.
    /// - Parameter tellsZeroing: false when the indicator sets the bit for "not zeroed" always.
    public func reading(tellsZeroing: Bool = true) -> ScaleReading {
        var reading = ScaleReading(
            weight: scaled(weight, isNegative: status.isNegative), tare: tare.flatMap { scaled($0, isNegative: false) },
            kind: status.isNet ? .net : .gross, stability: status.isMoving ? .moving : .stable,
            range: status.isOutOfRange ? (status.isNegative ? .under : .over) : .within, isNegative: status.isNegative)
        reading.isNotZeroed = tellsZeroing && status.isNotZeroed
        reading.isExpanded = status.isExpanded
        reading.isPrintRequested = status.isPrintRequested
        return reading
    }

    /// Tare and weight share the decimal point.
    private func scaled(_ field: DigitField, isNegative: Bool) -> Weight? {
        field.digits.map {
            Weight(digits: isNegative ? -Int64($0) : Int64($0), exponent: status.exponent, unit: status.unit)
        }
    }

    /// The frame that says `reading`, or nil when this form cannot: tare and weight with different points or units, more
    /// than six digits, a kind or range that the status has no bit for.
    public init?(_ reading: ScaleReading, isShort: Bool = false, padding: UInt8 = UInt8(ascii: " ")) {
        let scale = reading.weight ?? reading.tare ?? Weight(digits: 0, exponent: 0, unit: .kilogram)
        guard reading.kind == .gross || reading.kind == .net, reading.stability != .notSaid, reading.range != .notSaid,
            reading.range == .within || (reading.range == .under) == reading.isNegative,
            let status = ToledoStatus(
                exponent: scale.exponent, unit: scale.unit, isNet: reading.kind == .net,
                isNegative: reading.isNegative, isOutOfRange: reading.range != .within,
                isMoving: reading.stability == .moving, isNotZeroed: reading.isNotZeroed,
                isPrintRequested: reading.isPrintRequested, isExpanded: reading.isExpanded),
            reading.tare.map({ $0.exponent == scale.exponent && $0.unit == scale.unit && $0.digits >= 0 }) ?? true,
            reading.weight.map({ $0.digits == 0 || ($0.digits < 0) == reading.isNegative }) ?? true
        else { return nil }
        var fields: [DigitField] = []
        for shown in [reading.weight, reading.tare] {
            guard let shown else {
                fields.append(.blank)
                continue
            }
            guard let digits = UInt32(exactly: shown.digits.magnitude),
                let field = DigitField(digits: digits, padding: padding)
            else { return nil }
            fields.append(field)
        }
        self.init(status: status, weight: fields[0], tare: isShort ? nil : fields[1])
    }
}
