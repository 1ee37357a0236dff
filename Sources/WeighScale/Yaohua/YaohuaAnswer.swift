public import NIOCore

/// What a Yaohua indicator answers to a command with a number in it: 14 bytes. It answers a handshake with the command itself.
public struct YaohuaAnswer: Hashable, Sendable {
    static let length = 14

    public let command: YaohuaCommand
    public let value: YaohuaValue

    /// nil for a handshake, which has no number.
    public init?(to command: YaohuaCommand, value: YaohuaValue) {
        guard command.operation != .handshake else { return nil }
        self.command = command
        self.value = value
    }

    /// Reads an answer at the front of `span`, which has 14 bytes or more.
    package init(_ span: RawSpan, mask: UInt8) throws(ScaleFault) {
        guard span.byte(at: 0, mask: mask) == Control.startOfText,
            span.byte(at: Self.length - 1, mask: mask) == Control.endOfText,
            let letter = span.byte(at: 1, mask: mask), let code = span.byte(at: 2, mask: mask),
            let operation = YaohuaCommand.Operation(rawValue: code), operation != .handshake,
            let command = YaohuaCommand(operation, address: Int(letter) - 0x40),
            let isRight = YaohuaCheck.isRight(span, at: 11, of: 1..<11, mask: mask)
        else { throw .shape }
        guard isRight else { throw .checksum }
        self.command = command
        value = try YaohuaValue(span, at: 3, mask: mask)
    }

    public func encode(into out: inout ByteBuffer) {
        let characters = command.head + value.characters
        out.writeInteger(Control.startOfText)
        out.writeBytes(characters)
        out.writeBytes(YaohuaCheck.characters(of: YaohuaCheck.value(characters)))
        out.writeInteger(Control.endOfText)
    }

    public func reading(unit: WeightUnit) -> ScaleReading {
        let weight = value.weight(in: unit)
        switch command.operation {
        case .net: return ScaleReading(weight: weight, kind: .net, isNegative: value.isNegative)
        case .tare: return ScaleReading(weight: weight, tare: weight, kind: .tare, isNegative: value.isNegative)
        case .gross, .handshake: return ScaleReading(weight: weight, kind: .gross, isNegative: value.isNegative)
        }
    }

    /// The answer that says `reading`, or nil when none does.
    public init?(_ reading: ScaleReading, address: Int) {
        let operation: YaohuaCommand.Operation
        switch reading.kind {
        case .gross: operation = .gross
        case .net: operation = .net
        case .tare: operation = .tare
        case .notSaid: return nil
        }
        guard reading.stability == .notSaid, reading.range == .notSaid, let weight = reading.weight,
            let value = YaohuaValue(weight, isNegative: reading.isNegative),
            let command = YaohuaCommand(operation, address: address)
        else { return nil }
        self.init(to: command, value: value)
    }

    /// Judges an answer, or the echo of a command, as two-wire links give it, at the front of `span`.
    static func examine(_ span: RawSpan, dialect: ScaleDialect, isLast: Bool) -> Finding {
        let mask = dialect.mask
        guard span.byteCount >= YaohuaCommand.length else {
            return isLast ? .fault(.truncated, length: span.byteCount) : .needMoreData
        }
        // The sixth byte of an answer is a digit, of a command its end.
        let isCommand = span.byte(at: YaohuaCommand.length - 1, mask: mask) == Control.endOfText
        let length = isCommand ? YaohuaCommand.length : Self.length
        guard span.byteCount >= length else {
            return isLast ? .fault(.truncated, length: span.byteCount) : .needMoreData
        }
        do {
            if isCommand {
                _ = try YaohuaCommand(span, mask: mask)
                return .notice(length: length)
            }
            return .reading(try YaohuaAnswer(span, mask: mask).reading(unit: dialect.unit), length: length)
        } catch {
            return .fault(error, length: length)
        }
    }
}
