package import NIOCore

/// A tag that a reader saw (notification 0x22): signal, protocol control word, EPC and the tag's own check word.
package struct TagSighting: Hashable, Sendable {
    package static let command: UInt8 = 0x22
    /// Signal, control word and check word.
    static let fixedLength = 5
    /// Longest EPC: the control word counts up to 31 words.
    package static let longestEPC = 62

    /// dBm.
    package var rssi: Int8
    /// Protocol control: its five highest bits count the words of the EPC.
    package var control: UInt16
    /// 1 to 62 bytes. The frame's length says how many, whatever the control word says.
    package var epc: ByteBuffer
    /// As sent by the tag.
    package var check: UInt16

    package init(rssi: Int8, control: UInt16, epc: ByteBuffer, check: UInt16) {
        self.rssi = rssi
        self.control = control
        self.epc = epc
        self.check = check
    }

    /// nil when the frame reports no tag, or an EPC of no byte or more than 62.
    package init?(_ frame: TagReaderFrame) {
        guard frame.kind == .notification, frame.command == Self.command else { return nil }
        var parameters = frame.parameters
        guard let rssi: Int8 = parameters.readInteger(), let control: UInt16 = parameters.readInteger(),
            (1...Self.longestEPC).contains(parameters.readableBytes - 2),
            let epc = parameters.readSlice(length: parameters.readableBytes - 2),
            let check: UInt16 = parameters.readInteger()
        else { return nil }
        self.init(rssi: rssi, control: control, epc: epc, check: check)
    }

    package var frame: TagReaderFrame {
        var parameters = ByteBuffer()
        parameters.writeInteger(rssi)
        parameters.writeInteger(control)
        parameters.writeImmutableBuffer(epc)
        parameters.writeInteger(check)
        return TagReaderFrame(kind: .notification, command: Self.command, parameters: parameters)
    }

    /// Whether the control word counts as many words as there are.
    package var isLengthConfirmed: Bool { Int(control >> 11) * 2 == epc.readableBytes }

    /// Whether the check word is that of control word and EPC. The reader's sum proves the line, this proves the air.
    package var isCheckRight: Bool { check == Self.check(control: control, epc: epc) }

    /// CRC-16 over control word and EPC (ISO/IEC 18000-63: polynomial 0x1021, initial value and final XOR all ones).
    package static func check(control: UInt16, epc: ByteBuffer) -> UInt16 {
        var crc: UInt16 = 0xFFFF
        func add(_ byte: UInt8) {
            crc ^= UInt16(byte) << 8
            for _ in 0..<8 { crc = crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
        }
        add(UInt8(control >> 8))
        add(UInt8(truncatingIfNeeded: control))
        for byte in epc.readableBytesView { add(byte) }
        return ~crc
    }
}
