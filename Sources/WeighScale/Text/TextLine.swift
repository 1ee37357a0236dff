public import NIOCore

/// One line of an indicator that sends text, without its line end.
///
/// Three kinds are known: `ST,GS,+  0012450kg` (CAS, A&D, Jinzhong and others), `wn000.171kg` (Yaohua A12), and the A12(E)'s
/// 13 characters, of which the last two are the XOR of the others (`WG004.139kg3D`).
public enum TextLine {
    /// More than any of these lines has.
    static let longest = 64
    static let checkedLength = 13

    /// - Throws: ``ScaleFault/shape`` for a line of another kind, ``ScaleFault/checksum``, ``ScaleFault/value`` when there is
    ///   no number where there ought to be one.
    static func reading(_ span: RawSpan, length: Int, dialect: ScaleDialect) throws(ScaleFault) -> ScaleReading {
        let mask = dialect.mask
        guard let first = span.byte(at: 0, mask: mask), let second = span.byte(at: 1, mask: mask) else { throw .shape }
        if first == UInt8(ascii: "w") {
            guard let kind = kind(second | 0x20) else { throw .shape }
            return try number(span, 2..<length, mask: mask, unit: dialect.unit, kind: kind)
        }
        if span.byte(at: 2, mask: mask) == UInt8(ascii: ","), span.byte(at: 5, mask: mask) == UInt8(ascii: ",") {
            return try status(span, length: length, mask: mask, unit: dialect.unit)
        }
        guard length == checkedLength else { throw .shape }
        return try checked(span, mask: mask, unit: dialect.unit)
    }

    /// `w` and `g` gross, `n` net, `t` tare.
    private static func kind(_ letter: UInt8) -> ScaleReading.Kind? {
        switch letter {
        case UInt8(ascii: "w"), UInt8(ascii: "g"): .gross
        case UInt8(ascii: "n"): .net
        case UInt8(ascii: "t"): .tare
        default: nil
        }
    }

    private static func status(
        _ span: RawSpan, length: Int, mask: UInt8, unit: WeightUnit
    ) throws(ScaleFault) -> ScaleReading {
        let head = (0..<5).map { span.byte(at: $0, mask: mask) ?? 0 }
        let kind: ScaleReading.Kind
        switch (head[3], head[4]) {
        case (UInt8(ascii: "G"), UInt8(ascii: "S")): kind = .gross
        case (UInt8(ascii: "N"), UInt8(ascii: "T")): kind = .net
        case (UInt8(ascii: "T"), UInt8(ascii: "R")): kind = .tare
        default: throw .shape
        }
        switch (head[0], head[1]) {
        case (UInt8(ascii: "S"), UInt8(ascii: "T")), (UInt8(ascii: "U"), UInt8(ascii: "S")):
            var reading = try number(span, 6..<length, mask: mask, unit: unit, kind: kind)
            reading.stability = head[0] == UInt8(ascii: "S") ? .stable : .moving
            reading.range = .within
            return reading
        case (UInt8(ascii: "O"), UInt8(ascii: "L")):
            // The figures behind it mean nothing, but their sign tells which end of the range was passed.
            let isNegative = (6..<length).contains { span.byte(at: $0, mask: mask) == UInt8(ascii: "-") }
            return ScaleReading(weight: nil, kind: kind, range: isNegative ? .under : .over, isNegative: isNegative)
        default:
            throw .shape
        }
    }

    /// The A12(E)'s line: a weight, or nine spaces and OL or LO.
    private static func checked(
        _ span: RawSpan, mask: UInt8, unit: WeightUnit
    ) throws(ScaleFault) -> ScaleReading {
        guard let isRight = YaohuaCheck.isRight(span, at: 11, of: 0..<11, mask: mask) else { throw .shape }
        let first = span.byte(at: 0, mask: mask)
        let isBlank = (0..<9).allSatisfy { span.byte(at: $0, mask: mask) == UInt8(ascii: " ") }
        guard isBlank || first == UInt8(ascii: "W") else { throw .shape }
        guard isRight else { throw .checksum }
        if isBlank {
            switch (span.byte(at: 9, mask: mask), span.byte(at: 10, mask: mask)) {
            case (UInt8(ascii: "O"), UInt8(ascii: "L")): return ScaleReading(weight: nil, range: .over)
            case (UInt8(ascii: "L"), UInt8(ascii: "O")): return ScaleReading(weight: nil, range: .under)
            default: throw .value
            }
        }
        guard let kind = kind((span.byte(at: 1, mask: mask) ?? 0) | 0x20) else { throw .shape }
        var reading = try number(span, 2..<11, mask: mask, unit: unit, kind: kind)
        reading.range = .within
        return reading
    }

    /// A number with its unit behind it.
    private static func number(
        _ span: RawSpan, _ range: Range<Int>, mask: UInt8, unit fallback: WeightUnit, kind: ScaleReading.Kind
    ) throws(ScaleFault) -> ScaleReading {
        var end = range.upperBound
        while end > range.lowerBound, span.byte(at: end - 1, mask: mask) == UInt8(ascii: " ") { end -= 1 }
        var start = end
        while start > range.lowerBound, let byte = span.byte(at: start - 1, mask: mask),
            (0x61...0x7A).contains(byte | 0x20)
        {
            start -= 1
        }
        let letters = (start..<end).map { (span.byte(at: $0, mask: mask) ?? 0) | 0x20 }
        let unit =
            letters.isEmpty ? fallback : WeightUnit.allCases.first { Array($0.rawValue.lowercased().utf8) == letters }
        guard let unit, let text = DecimalText(span, range.lowerBound..<start, mask: mask) else { throw .shape }
        guard let weight = text.weight(in: unit) else { throw .value }
        return ScaleReading(
            weight: weight, tare: kind == .tare ? weight : nil, kind: kind, isNegative: text.isNegative)
    }

    /// Appends `ST,GS,+  0012450kg` for a reading that says whether it is stable, and the A12(E)'s line for one that does not.
    /// - Returns: false when no line says it; then nothing was written.
    public static func write(_ reading: ScaleReading, into out: inout ByteBuffer) -> Bool {
        let line = reading.stability == .notSaid ? checkedLine(reading) : statusLine(reading)
        guard let line else { return false }
        out.writeBytes(line)
        out.writeBytes([Control.carriageReturn, Control.lineFeed])
        return true
    }

    private static func statusLine(_ reading: ScaleReading) -> [UInt8]? {
        let kind: StaticString
        switch reading.kind {
        case .gross: kind = ",GS,"
        case .net: kind = ",NT,"
        case .tare: kind = ",TR,"
        case .notSaid: return nil
        }
        guard reading.range == .within, let weight = reading.weight,
            let digits = DecimalText.characters(of: weight, width: 7)
        else { return nil }
        var line = Array((reading.stability == .stable ? "ST" : "US").utf8)
        kind.withUTF8Buffer { line += $0 }
        line += (reading.isNegative ? "-  " : "+  ").utf8
        return line + digits + weight.unit.rawValue.utf8
    }

    private static func checkedLine(_ reading: ScaleReading) -> [UInt8]? {
        var line: [UInt8]
        switch reading.range {
        case .over: line = Array("         OL".utf8)
        case .under: line = Array("         LO".utf8)
        case .within, .notSaid:
            let letter: String
            switch reading.kind {
            case .gross: letter = "WG"
            case .net: letter = "WN"
            case .tare: letter = "WT"
            case .notSaid: return nil
            }
            guard let weight = reading.weight,
                let digits = DecimalText.characters(of: weight, width: reading.isNegative ? 6 : 7)
            else { return nil }
            let unit = Array(weight.unit.rawValue.utf8)
            guard unit.count == 2 else { return nil }
            line = Array(letter.utf8) + (reading.isNegative ? [UInt8(ascii: "-")] : []) + digits + unit
        }
        return line + YaohuaCheck.characters(of: YaohuaCheck.value(line))
    }
}
