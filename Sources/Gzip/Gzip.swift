internal import CZlib

/// Unpacks GZIP data (RFC 1952) that somebody else made, such as those of 0x0901.
package enum Gzip {
    /// Bytes that are unpacked at a time.
    private static let step = 16_384

    /// The unpacked bytes of the first member of `packed`; what stands behind it is ignored.
    ///
    /// A kilobyte may hold a megabyte of zeros, so `limit` bounds what comes out: no more than one step beyond it is ever
    /// unpacked or held.
    /// - Parameter limit: bytes, 0 or more.
    package static func unpack(_ packed: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        guard !packed.isEmpty else { throw .truncated }
        var stream = unsafe z_stream()
        // 15 bits of window, and 16 for a GZIP head instead of that of zlib.
        let started = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib refuses to start: \(started)")
        defer { unsafe inflateEnd(&stream) }
        var packed = packed
        var unpacked: [UInt8] = []
        let outcome: Result<Void, GzipError> = unsafe packed.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(clamping: input.count)
            var chunk = [UInt8](repeating: 0, count: step)
            while true {
                let code = unsafe chunk.withUnsafeMutableBufferPointer { output in
                    unsafe stream.next_out = output.baseAddress
                    unsafe stream.avail_out = UInt32(output.count)
                    return unsafe inflate(&stream, Z_NO_FLUSH)
                }
                unpacked += unsafe chunk.prefix(step - Int(stream.avail_out))
                guard unpacked.count <= limit else { return .failure(.tooLarge(limit: limit)) }
                switch code {
                case Z_STREAM_END: return .success(())
                case Z_OK where unsafe stream.avail_in > 0 || stream.avail_out == 0: continue
                case Z_OK, Z_BUF_ERROR: return .failure(.truncated)
                default: return .failure(.corrupt)
                }
            }
        }
        try outcome.get()
        return unpacked
    }
}
