public import NIOCore

/// One frame of Mettler-Toledo's extended continuous output: SOH, address, four status bytes, weight with sign and point,
/// tare, CR, and a checksum if the indicator is set so. Known from a single source.
public struct ToledoExtendedFrame: Hashable, Sendable {
    /// Bytes without the checksum.
    static let length = 24
    static let weightRange = 6..<15
    static let tareRange = 15..<23
    private static let constant: UInt8 = 0x20

    /// The scale's address, `1` to `9` as a rule.
    public var address: UInt8
    /// The status bytes as sent, without parity.
    public var status1: UInt8
    public var status2: UInt8
    public var status3: UInt8
    public var status4: UInt8
    private let weight: DecimalText
    private let tare: DecimalText

    /// Reads a frame at the front of `span`, its checksum not looked at; nil when these bytes are no such frame.
    package init?(_ span: RawSpan, mask: UInt8) {
        guard span.byte(at: 0, mask: mask) == Control.startOfHeading,
            span.byte(at: Self.length - 1, mask: mask) == Control.carriageReturn,
            let address = span.byte(at: 1, mask: mask), (0x20...0x7E).contains(address),
            let first = span.byte(at: 2, mask: 0x7F), let second = span.byte(at: 3, mask: 0x7F),
            let third = span.byte(at: 4, mask: 0x7F), let fourth = span.byte(at: 5, mask: 0x7F),
            let weight = DecimalText(span, Self.weightRange, mask: mask),
            let tare = DecimalText(span, Self.tareRange, mask: mask)
        else { return nil }
        self.address = address
        status1 = first
        status2 = second
        status3 = third
        status4 = fourth
        self.weight = weight
        self.tare = tare
    }

    /// nil for a code that has no unit.
    public var unit: WeightUnit? {
        switch status1 & 0x0F {
        case 1: .pound
        case 2: .kilogram
        case 3: .gram
        case 4: .tonne
        case 5: .shortTon
        case 8: .ounce
        case 9: .newton
        default: nil
        }
    }

    /// What it says; a unit that is not named is `unit`.
    public func reading(unit fallback: WeightUnit) -> ScaleReading {
        let unit = unit ?? fallback
        let isUnder = status3 & 0x02 != 0
        let isOver = status3 & 0x04 != 0
        var reading = ScaleReading(
            weight: weight.weight(in: unit), tare: tare.weight(in: unit), kind: status2 & 0x01 != 0 ? .net : .gross,
            stability: status1 & 0x40 != 0 ? .moving : .stable, range: isOver ? .over : isUnder ? .under : .within,
            isNegative: weight.isNegative)
        reading.isAtZero = status1 & 0x10 != 0
        reading.isExpanded = status2 & 0x40 != 0
        reading.isInvalid = status3 & 0x01 != 0
        reading.isNotZeroed = status3 & 0x08 != 0
        reading.isPrintRequested = status3 & 0x10 != 0
        return reading
    }

    /// The frame that says `reading`, or nil when this form cannot.
    public init?(_ reading: ScaleReading, address: UInt8 = UInt8(ascii: "1")) {
        let unit = reading.weight?.unit ?? reading.tare?.unit ?? .kilogram
        let code: UInt8
        switch unit {
        case .pound: code = 1
        case .kilogram: code = 2
        case .gram: code = 3
        case .tonne: code = 4
        case .shortTon: code = 5
        case .ounce: code = 8
        case .newton: code = 9
        case .troyOunce, .pennyweight: return nil
        }
        guard reading.kind == .gross || reading.kind == .net, reading.stability != .notSaid, reading.range != .notSaid,
            (0x20...0x7E).contains(address), reading.tare.map({ $0.unit == unit }) ?? true
        else { return nil }
        self.address = address
        status1 =
            Self.constant | code | (reading.isAtZero == true ? 1 << 4 : 0)
            | (reading.stability == .moving ? 1 << 6 : 0)
        status2 = Self.constant | (reading.kind == .net ? 1 : 0) | (reading.isExpanded ? 1 << 6 : 0)
        status3 =
            Self.constant | (reading.isInvalid ? 1 : 0) | (reading.range == .under ? 1 << 1 : 0)
            | (reading.range == .over ? 1 << 2 : 0) | (reading.isNotZeroed ? 1 << 3 : 0)
            | (reading.isPrintRequested ? 1 << 4 : 0)
        status4 = Self.constant
        weight = DecimalText(reading.weight, isNegative: reading.isNegative)
        tare = DecimalText(reading.tare, isNegative: (reading.tare?.digits ?? 0) < 0)
        guard weight.field(width: Self.weightRange.count) != nil, tare.field(width: Self.tareRange.count) != nil,
            reading.weight.map({ $0.digits == 0 || ($0.digits < 0) == reading.isNegative }) ?? true
        else { return nil }
    }

    /// Appends the frame, its numbers right-aligned.
    public func encode(into out: inout ByteBuffer, hasChecksum: Bool) {
        var bytes = [Control.startOfHeading, address, status1, status2, status3, status4]
        // Numbers that were read fit their fields, and so do those that were checked above.
        bytes += weight.field(width: Self.weightRange.count) ?? []
        bytes += tare.field(width: Self.tareRange.count) ?? []
        bytes.append(Control.carriageReturn)
        if hasChecksum { bytes.append(ToledoChecksum.of(bytes)) }
        out.writeBytes(bytes)
    }
}
