public import NIOCore

/// Writes frames: header, body and check code between two flags, escaped (JT/T 808-2019, clause 4.4.2).
public enum FrameWriter {
    public enum WriteError: Error, Equatable, Sendable {
        /// The body has more than 1023 bytes and would need sub-packages.
        case bodyTooLong(Int)
    }

    /// Longest body of one frame: the length field has 10 bits.
    public static let longestBody = 1023

    /// Appends one frame to `out`.
    /// - Throws: ``WriteError/bodyTooLong(_:)``; then nothing was written.
    public static func write(
        _ messageID: MessageID, to address: TerminalAddress, serial: UInt16, package: FrameHeader.Package? = nil,
        body: RawSpan, into out: inout ByteBuffer
    ) throws(WriteError) {
        guard body.byteCount <= longestBody else { throw .bodyTooLong(body.byteCount) }
        let header = FrameHeader(
            messageID: messageID, address: address, serial: serial, bodyLength: body.byteCount, package: package)
        let worstCase = 2 + 2 * (header.length + body.byteCount + 1)
        body.withUnsafeBytes { bytes in
            _ = out.writeWithUnsafeMutableBytes(minimumWritableBytes: worstCase) { target in
                var sink = EscapingSink(target: target)
                sink.flag()
                sink.put(messageID.rawValue)
                sink.put(header.properties)
                if address.form == .long {
                    sink.put(address.protocolVersion)
                    sink.put(address.high)
                    sink.put(address.low)
                } else {
                    sink.put(UInt16(truncatingIfNeeded: address.low >> 32))
                    sink.put(UInt32(truncatingIfNeeded: address.low))
                }
                sink.put(serial)
                if let package {
                    sink.put(package.total)
                    sink.put(package.index)
                }
                for byte in bytes { sink.put(byte) }
                sink.put(sink.checkCode)
                sink.flag()
                return sink.count
            }
        }
    }

    /// Appends one frame whose body `encode` writes.
    public static func write(
        _ messageID: MessageID, to address: TerminalAddress, serial: UInt16, into out: inout ByteBuffer,
        encode: (inout ByteBuffer) -> Void
    ) throws(WriteError) {
        var body = ByteBuffer()
        encode(&body)
        try write(messageID, to: address, serial: serial, body: body.readableBytesSpan, into: &out)
    }

    /// Stores bytes escaped and keeps the check code. The target was made long enough for every byte to be escaped.
    private struct EscapingSink {
        let target: UnsafeMutableRawBufferPointer
        var count = 0
        var checkCode: UInt8 = 0

        mutating func flag() {
            target[count] = 0x7E
            count += 1
        }

        @inline(__always)
        mutating func put<Integer: FixedWidthInteger>(_ value: Integer) {
            var shift = Integer.bitWidth
            while shift > 0 {
                shift -= 8
                put(UInt8(truncatingIfNeeded: value >> shift))
            }
        }

        @inline(__always)
        mutating func put(_ byte: UInt8) {
            checkCode ^= byte
            if byte == 0x7E || byte == 0x7D {
                target[count] = 0x7D
                target[count + 1] = byte == 0x7E ? 0x02 : 0x01
                count += 2
            } else {
                target[count] = byte
                count += 1
            }
        }
    }
}
