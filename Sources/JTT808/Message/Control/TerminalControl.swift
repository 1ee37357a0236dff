public import NIOCore

/// Orders a terminal about: 0x8105 (clause 8.16), 终端控制.
public struct TerminalControl: Equatable, Sendable {
    public struct Command: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// 无线升级; up to 2013.
        public static let upgrade = Command(rawValue: 1)
        /// 控制终端连接指定服务器.
        public static let connect = Command(rawValue: 2)
        /// 终端关机; up to 2013.
        public static let powerOff = Command(rawValue: 3)
        /// 终端复位.
        public static let reset = Command(rawValue: 4)
        /// 终端恢复出厂设置.
        public static let factorySettings = Command(rawValue: 5)
        /// 关闭数据通信; up to 2013.
        public static let closeDataLink = Command(rawValue: 6)
        /// 关闭所有无线通信; up to 2013.
        public static let closeRadio = Command(rawValue: 7)
    }

    public var command: Command
    /// Arguments with `;` between them; empty for most commands.
    public var argument: WireText

    public init(command: Command, argument: WireText = "") {
        self.command = command
        self.argument = argument
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        command = Command(rawValue: try body.take(&offset))
        argument = WireText(padded: body.rest(from: offset))
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(command.rawValue)
        if !argument.bytes.isEmpty { body.writeFinalText(argument, edition) }
    }
}
