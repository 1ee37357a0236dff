/// The three status bytes of a Toledo frame (SWA, SWB, SWC), without parity, as sent: bits that ought to be constant are
/// kept and never checked, because clones set them otherwise.
public struct ToledoStatus: Hashable, Sendable {
    public var a: UInt8
    public var b: UInt8
    public var c: UInt8

    public init(a: UInt8, b: UInt8, c: UInt8) {
        self.a = a & 0x7F
        self.b = b & 0x7F
        self.c = c & 0x7F
    }

    private static let constant: UInt8 = 0x20

    /// Sets the fields that a sender has.
    /// - Parameters:
    ///   - exponent: power of ten of the digits, -5 to 2.
    ///   - increment: the scale's interval in last digits, 1, 2 or 5; information only.
    public init?(
        exponent: Int, increment: Int = 1, unit: WeightUnit = .kilogram, isNet: Bool = false, isNegative: Bool = false,
        isOutOfRange: Bool = false, isMoving: Bool = false, isNotZeroed: Bool = false, isPrintRequested: Bool = false,
        isExpanded: Bool = false
    ) {
        guard (-5...2).contains(exponent), let step = [1: 1, 2: 2, 5: 3][increment] else { return nil }
        let code: UInt8
        switch unit {
        case .pound, .kilogram: code = 0
        case .gram: code = 1
        case .tonne: code = 2
        case .ounce: code = 3
        case .troyOunce: code = 4
        case .pennyweight: code = 5
        case .shortTon: code = 6
        case .newton: code = 7
        }
        a = Self.constant | UInt8(step) << 3 | UInt8(2 - exponent)
        b =
            Self.constant | (isNet ? 1 : 0) | (isNegative ? 1 << 1 : 0) | (isOutOfRange ? 1 << 2 : 0)
            | (isMoving ? 1 << 3 : 0) | (unit == .kilogram ? 1 << 4 : 0) | (isNotZeroed ? 1 << 6 : 0)
        c = Self.constant | code | (isPrintRequested ? 1 << 3 : 0) | (isExpanded ? 1 << 4 : 0)
    }

    /// Power of ten of the digits: 2 (two dummy zeros) down to -5.
    public var exponent: Int { 2 - Int(a & 0x07) }
    /// The scale's interval in last digits; nil when the bits say nothing. Information only: nothing is multiplied by it.
    public var increment: Int? { [nil, 1, 2, 5][Int(a >> 3 & 0x03)] }
    public var isNet: Bool { b & 0x01 != 0 }
    public var isNegative: Bool { b & 0x02 != 0 }
    /// Over capacity, or under zero.
    public var isOutOfRange: Bool { b & 0x04 != 0 }
    public var isMoving: Bool { b & 0x08 != 0 }
    public var isNotZeroed: Bool { b & 0x40 != 0 }
    public var isPrintRequested: Bool { c & 0x08 != 0 }
    public var isExpanded: Bool { c & 0x10 != 0 }

    public var unit: WeightUnit {
        switch c & 0x07 {
        case 1: .gram
        case 2: .tonne
        case 3: .ounce
        case 4: .troyOunce
        case 5: .pennyweight
        case 6: .shortTon
        case 7: .newton
        default: b & 0x10 != 0 ? .kilogram : .pound
        }
    }
}
