internal import CZlib

/// Packs a stream of bytes as raw DEFLATE data (RFC 1951), as ZIP files hold them, in bounded memory.
@safe package final class Deflater {
    /// Bytes that are packed at a time.
    private static let step = 65_536

    /// zlib keeps a pointer to it, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: step)

    /// - Parameter level: 1 fastest to 9 smallest.
    package init(level: Int = 6) {
        precondition((1...9).contains(level), "no such level: \(level)")
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window; negative: no head and no check value of zlib's own.
        let started = unsafe deflateInit2_(
            stream, Int32(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib refuses to start: \(started)")
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// What is packed so far of everything given; zlib keeps some of it back until ``finish(into:)``.
    package func append(_ bytes: [UInt8], into packed: inout [UInt8]) {
        run(bytes, Z_NO_FLUSH, &packed)
    }

    /// The rest and the end mark; nothing may be appended afterwards.
    package func finish(into packed: inout [UInt8]) {
        run([], Z_FINISH, &packed)
    }

    private func run(_ bytes: [UInt8], _ flush: Int32, _ packed: inout [UInt8]) {
        var bytes = bytes
        let produced: [UInt8] = unsafe bytes.withUnsafeMutableBufferPointer { input in
            unsafe stream.pointee.next_in = input.baseAddress
            unsafe stream.pointee.avail_in = UInt32(input.count)
            var produced: [UInt8] = []
            while true {
                let code = unsafe chunk.withUnsafeMutableBufferPointer { output in
                    unsafe stream.pointee.next_out = output.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(output.count)
                    return unsafe deflate(stream, flush)
                }
                precondition(code != Z_STREAM_ERROR, "zlib is used wrongly")
                let left = unsafe Int(stream.pointee.avail_out)
                produced += chunk.prefix(Self.step - left)
                // Room was left over: it has taken everything.
                if left > 0 || code == Z_STREAM_END { return produced }
            }
        }
        packed += produced
    }
}

/// CRC-32 as ZIP and GZIP use it (ISO-HDLC).
package struct CRC32: Sendable {
    package private(set) var value: UInt32 = 0

    package init() {}

    package mutating func append(_ bytes: [UInt8]) {
        let before = UInt(value)
        value = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe UInt32(truncatingIfNeeded: crc32_z(before, buffer.baseAddress, buffer.count))
        }
    }
}
