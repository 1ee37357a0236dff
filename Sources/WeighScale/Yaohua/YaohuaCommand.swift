public import NIOCore

/// What one asks a Yaohua indicator in command mode (tF=1): STX, address, command, two check characters, ETX.
public struct YaohuaCommand: Hashable, Sendable {
    public enum Operation: UInt8, Hashable, Sendable, CaseIterable {
        case handshake = 0x41
        case gross = 0x42
        case tare = 0x43
        case net = 0x44
    }

    public static let length = 6
    public static let addresses = 1...26

    /// 1 to 26, sent as A to Z.
    public let address: Int
    public let operation: Operation

    /// nil when the address is not 1 to 26.
    public init?(_ operation: Operation, address: Int) {
        guard Self.addresses.contains(address) else { return nil }
        self.address = address
        self.operation = operation
    }

    /// Reads the command at the front of `span`, as a simulated indicator does.
    public init(_ span: RawSpan) throws(ScaleFault) { try self.init(span, mask: 0xFF) }

    init(_ span: RawSpan, mask: UInt8) throws(ScaleFault) {
        guard span.byteCount >= Self.length else { throw .truncated }
        guard span.byte(at: 0, mask: mask) == Control.startOfText,
            span.byte(at: Self.length - 1, mask: mask) == Control.endOfText,
            let letter = span.byte(at: 1, mask: mask), let code = span.byte(at: 2, mask: mask),
            let operation = Operation(rawValue: code),
            let command = YaohuaCommand(operation, address: Int(letter) - 0x40),
            let isRight = YaohuaCheck.isRight(span, at: 3, of: 1..<3, mask: mask)
        else { throw .shape }
        guard isRight else { throw .checksum }
        self = command
    }

    var head: [UInt8] { [0x40 + UInt8(address), operation.rawValue] }

    public func encode(into out: inout ByteBuffer) {
        out.writeInteger(Control.startOfText)
        out.writeBytes(head)
        out.writeBytes(YaohuaCheck.characters(of: YaohuaCheck.value(head)))
        out.writeInteger(Control.endOfText)
    }
}
