public import NIOCore

/// One frame of Yaohua's continuous output (tF=0), which Keli and others speak too: STX, a number, two check characters,
/// ETX; 12 bytes. It says neither whether the scale is stable, nor gross or net, nor the unit, nor that it is overloaded.
///
/// The check finds a damaged digit but not two that changed places: 1560 and 1650 have the same one.
public struct YaohuaFrame: Hashable, Sendable {
    static let length = 12

    public var value: YaohuaValue

    public init(value: YaohuaValue) { self.value = value }

    /// The frame that says `reading`, or nil when it cannot.
    public init?(_ reading: ScaleReading) {
        guard reading.kind == .notSaid, reading.stability == .notSaid, reading.range == .notSaid, reading.tare == nil,
            let weight = reading.weight, let value = YaohuaValue(weight, isNegative: reading.isNegative)
        else { return nil }
        self.init(value: value)
    }

    /// Reads a frame at the front of `span`, which has 12 bytes or more.
    package init(_ span: RawSpan, mask: UInt8) throws(ScaleFault) {
        guard span.byte(at: 0, mask: mask) == Control.startOfText,
            span.byte(at: Self.length - 1, mask: mask) == Control.endOfText,
            let isRight = YaohuaCheck.isRight(span, at: 9, of: 1..<9, mask: mask)
        else { throw .shape }
        guard isRight else { throw .checksum }
        value = try YaohuaValue(span, at: 1, mask: mask)
    }

    public func encode(into out: inout ByteBuffer) {
        let characters = value.characters
        out.writeInteger(Control.startOfText)
        out.writeBytes(characters)
        out.writeBytes(YaohuaCheck.characters(of: YaohuaCheck.value(characters)))
        out.writeInteger(Control.endOfText)
    }

    public func reading(unit: WeightUnit) -> ScaleReading {
        ScaleReading(weight: value.weight(in: unit), isNegative: value.isNegative)
    }

    static func examine(_ span: RawSpan, dialect: ScaleDialect, isLast: Bool) -> Finding {
        guard span.byteCount >= length else {
            return isLast ? .fault(.truncated, length: span.byteCount) : .needMoreData
        }
        do {
            return .reading(try YaohuaFrame(span, mask: dialect.mask).reading(unit: dialect.unit), length: length)
        } catch {
            return .fault(error, length: length)
        }
    }
}
