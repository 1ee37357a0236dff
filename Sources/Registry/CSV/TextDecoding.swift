#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Tells the encoding of a file: UTF-8 when it is that, GB 18030 otherwise.
///
/// Chinese text in GB 18030 is hardly ever valid UTF-8 by chance; a file of ASCII alone is the same in both.
enum TextDecoding {
    enum Failure: Error, Equatable {
        case utf16
        /// Neither UTF-8 nor GB 18030; the line of the first byte that is not, from 1.
        case unknown(line: Int)
    }

    /// The text in UTF-8, without a byte-order mark.
    static func utf8(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let text = [UInt8](bytes.dropFirst(3))
            guard isUTF8(text) else { throw .unknown(line: firstBadLine(of: text)) }
            return text
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        if isUTF8(bytes) { return bytes }
        return try fromGB18030(bytes)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private static func firstBadLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { !isUTF8([UInt8]($0)) } ?? 0)
    }

    private static func fromGB18030(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let converter = iconv_open("UTF-8", "GB18030")
        guard converter != iconv_t(bitPattern: -1) else { throw .unknown(line: 1) }
        defer { iconv_close(converter) }
        var input = bytes
        // A character of 2 bytes becomes 3, one of 4 becomes 4 at most.
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 4)
        let (written, read) = input.withUnsafeMutableBytes { from in
            output.withUnsafeMutableBytes { to in
                var fromPointer = from.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = from.count
                var toPointer = to.baseAddress?.assumingMemoryBound(to: CChar.self)
                var toLeft = to.count
                _ = iconv(converter, &fromPointer, &fromLeft, &toPointer, &toLeft)
                return (to.count - toLeft, from.count - fromLeft)
            }
        }
        guard read == bytes.count else {
            throw .unknown(line: 1 + bytes[..<read].count { $0 == UInt8(ascii: "\n") })
        }
        return [UInt8](output.prefix(written))
    }
}
