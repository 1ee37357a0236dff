public import NIOCore

/// A frame of a device on a serial port, by the annex of the standard on attached devices: what 0x0900 and 0x8900 of types 0x41
/// and 0x42 hold if the device keeps to it. Most speak a protocol of their own.
///
///     7e | sum u8 | version u16 | maker u16 | device type u8 | command u8 | data | 7e
///
/// Flags inside are escaped as in JT/T 808 itself. The sum is that of the bytes from the maker to the end.
public struct AttachedDeviceFrame: Equatable, Sendable {
    public var version: UInt16
    public var maker: UInt16
    /// 1 terminal, 2 dispatch screen, 3 navigation screen, 4 fuel, 5 acceleration, 6 anti-theft, 7 interface expander, 8 load,
    /// 9 passenger counter, 0x0A general sensor, 0x0B card reader, 0xF0 to 0xFF vendors'.
    public var deviceType: UInt8
    /// 1 power-on, 2 link check, 3 power, 4 version, 5 self-test, 6 firmware, 7 make; cards: 0x40 authentication, 0x41 read result,
    /// 0x42 card out, 0x43 read. Others are the device's.
    public var command: UInt8
    public var data: [UInt8]

    public init(version: UInt16, maker: UInt16, deviceType: UInt8, command: UInt8, data: [UInt8] = []) {
        self.version = version
        self.maker = maker
        self.deviceType = deviceType
        self.command = command
        self.data = data
    }

    /// - Parameter bytes: exactly one frame, both flags included.
    /// - Returns: nil when it is anything else: no flags, a flag inside, a wrong escape, a wrong sum, too short.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= 2, bytes.first == 0x7E, bytes.last == 0x7E else { return nil }
        var content: [UInt8] = []
        var isEscaped = false
        for byte in bytes[1..<bytes.count - 1] {
            switch (isEscaped, byte) {
            case (true, 0x01): content.append(0x7D)
            case (true, 0x02): content.append(0x7E)
            case (true, _), (false, 0x7E): return nil
            case (false, 0x7D): break
            case (false, _): content.append(byte)
            }
            isEscaped = !isEscaped && byte == 0x7D
        }
        guard !isEscaped, content.count >= 7, Self.sum(content[3...]) == content[0] else { return nil }
        version = UInt16(content[1]) << 8 | UInt16(content[2])
        maker = UInt16(content[3]) << 8 | UInt16(content[4])
        deviceType = content[5]
        command = content[6]
        data = Array(content[7...])
    }

    public func encode(into out: inout ByteBuffer) {
        let head = [version >> 8, version, maker >> 8, maker].map { UInt8(truncatingIfNeeded: $0) }
        let content = head + [deviceType, command] + data
        out.writeInteger(UInt8(0x7E))
        for byte in [Self.sum(content[2...])] + content {
            switch byte {
            case 0x7D: out.writeBytes([0x7D, 0x01])
            case 0x7E: out.writeBytes([0x7D, 0x02])
            default: out.writeInteger(byte)
            }
        }
        out.writeInteger(UInt8(0x7E))
    }

    private static func sum(_ bytes: some Sequence<UInt8>) -> UInt8 { bytes.reduce(0, &+) }
}
