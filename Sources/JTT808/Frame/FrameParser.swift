public import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Cuts a TCP byte stream into JT/T 808 frames (JT/T 808-2019, clause 4.4.2).
///
/// Every flag ends the stretch before it *and* begins the next one, so shared, doubled and idle flags, junk between frames
/// and a frame cut off by a reconnect cost no sound frame. A faulty stretch is reported and passed over; the parser
/// never gives up and never reads past its bound.
public struct FrameParser: Sendable {
    public enum Step: Equatable, Sendable {
        case frame(Frame)
        /// A stretch that is no frame: the bytes between the flags as received, escapes included.
        case malformed(FrameError, raw: ByteBuffer)
        /// So many bytes came before the first flag, or after a stretch that was too long, and were dropped.
        case junk(Int)
        case needMoreData
    }

    /// Longest lawful stretch between two flags: every byte of the longest header, body and check code escaped.
    public static let longestLawfulStretch = 2 * (21 + 1023 + 1)
    public static let defaultMaximumLength = 4096
    /// So much of a stretch that is too long is kept for the report.
    static let rawSampleLength = 256

    /// Longest accepted stretch between two flags, in bytes as received.
    public let maximumLength: Int
    /// The opening flag of the current stretch has been read and dropped.
    private var isInsideStretch = false
    /// Bytes at the reader index that were searched before and hold no flag: a frame that arrives byte by byte is not
    /// searched over and over.
    private var searched = 0
    /// Unescaped content of the current frame, when it had escapes. Reused, so that no frame costs an allocation once its
    /// predecessor was let go.
    private var scratch = ByteBuffer()

    public init(maximumLength: Int = FrameParser.defaultMaximumLength) {
        precondition(maximumLength >= FrameHeader.shortestContent, "a frame has at least 13 bytes")
        self.maximumLength = maximumLength
    }

    /// Whether a flag has been seen, so that the bytes that wait belong to a stretch.
    public var isSynchronised: Bool { isInsideStretch }

    /// Takes the next frame or fault from the front of `buffer`. Bytes of an unfinished stretch stay in the buffer.
    public mutating func next(in buffer: inout ByteBuffer) -> Step {
        while true {
            guard isInsideStretch else {
                guard let flag = Self.firstFlag(in: buffer, skipping: 0) else {
                    let dropped = buffer.readableBytes
                    buffer.moveReaderIndex(forwardBy: dropped)
                    return dropped > 0 ? .junk(dropped) : .needMoreData
                }
                buffer.moveReaderIndex(forwardBy: flag + 1)
                isInsideStretch = true
                searched = 0
                if flag > 0 { return .junk(flag) }
                continue
            }
            guard let (length, hasEscapes) = Self.stretch(in: buffer, skipping: searched) else {
                searched = buffer.readableBytes
                guard searched > maximumLength else { return .needMoreData }
                let sample = Self.sample(buffer, min(searched, Self.rawSampleLength))
                buffer.moveReaderIndex(forwardBy: searched)
                isInsideStretch = false
                return .malformed(.tooLong, raw: sample)
            }
            searched = 0
            // The flag goes with the stretch.
            defer { buffer.moveReaderIndex(forwardBy: length + 1) }
            if length == 0 { continue }
            guard length <= maximumLength else {
                return .malformed(.tooLong, raw: Self.sample(buffer, min(length, Self.rawSampleLength)))
            }
            do {
                return .frame(
                    hasEscapes ? try unescapedFrame(in: buffer, length) : try Self.frame(in: buffer, length))
            } catch {
                return .malformed(error, raw: Self.sample(buffer, length))
            }
        }
    }

    private static func sample(_ buffer: ByteBuffer, _ length: Int) -> ByteBuffer {
        buffer.getSlice(at: buffer.readerIndex, length: length) ?? ByteBuffer()
    }

    /// Offset of the first flag from the reader index, not looking at the first `skipping` readable bytes.
    private static func firstFlag(in buffer: ByteBuffer, skipping: Int) -> Int? {
        buffer.withUnsafeReadableBytes { bytes in
            offset(of: 0x7E, in: bytes, from: skipping)
        }
    }

    /// The bytes before the first flag from the reader index, not looking for it in the first `skipping` ones, and whether there
    /// is an escape among them.
    private static func stretch(in buffer: ByteBuffer, skipping: Int) -> (length: Int, hasEscapes: Bool)? {
        buffer.withUnsafeReadableBytes { bytes in
            guard let length = offset(of: 0x7E, in: bytes, from: skipping) else { return nil }
            let stretch = UnsafeRawBufferPointer(rebasing: bytes[..<length])
            return (length, offset(of: 0x7D, in: stretch, from: 0) != nil)
        }
    }

    @inline(__always)
    private static func offset(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }

    private mutating func unescapedFrame(in buffer: ByteBuffer, _ length: Int) throws(FrameError) -> Frame {
        // The previous frame's slice of this storage is gone by now on the hot path, so clearing allocates nothing.
        scratch.clear(minimumCapacity: length)
        let isSound = buffer.withUnsafeReadableBytes { bytes in
            scratch.writeWithUnsafeMutableBytes(minimumWritableBytes: length) { target in
                Self.unescape(UnsafeRawBufferPointer(rebasing: bytes[..<length]), into: target) ?? 0
            } > 0
        }
        guard isSound else { throw .escape }
        return try Self.frame(in: scratch, scratch.readableBytes)
    }

    /// Undoes the escapes of `source`; the target is at least as long.
    /// - Returns: the bytes written, or nil when an escape is not one of the two.
    private static func unescape(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int? {
        var read = 0
        var written = 0
        while read < source.count {
            let next = offset(of: 0x7D, in: source, from: read) ?? source.count
            let run = next - read
            if run > 0, let from = source.baseAddress, let to = target.baseAddress {
                memcpy(to + written, from + read, run)
                written += run
            }
            guard next < source.count else { break }
            guard next + 1 < source.count else { return nil }
            switch source[next + 1] {
            case 0x01: target[written] = 0x7D
            case 0x02: target[written] = 0x7E
            default: return nil
            }
            written += 1
            read = next + 2
        }
        return written
    }

    /// The frame whose content, escapes undone, are the first `length` readable bytes.
    private static func frame(in content: ByteBuffer, _ length: Int) throws(FrameError) -> Frame {
        let span = content.readableBytesSpan.extracting(0..<length)
        let header = try FrameHeader(content: span)
        guard checkCode(of: span) == 0 else { throw .checksum }
        guard header.length + header.bodyLength + FrameHeader.checkCodeLength == length,
            let body = content.getSlice(at: content.readerIndex + header.length, length: header.bodyLength)
        else { throw .length }
        return Frame(header: header, body: body)
    }

    /// XOR of all bytes: of header and body it is the check code, with the check code it is 0.
    static func checkCode(of span: RawSpan) -> UInt8 {
        span.withUnsafeBytes { bytes in
            var wide: UInt64 = 0
            var offset = 0
            while offset + 8 <= bytes.count {
                wide ^= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                offset += 8
            }
            wide ^= wide >> 32
            wide ^= wide >> 16
            wide ^= wide >> 8
            var narrow = UInt8(truncatingIfNeeded: wide)
            while offset < bytes.count {
                narrow ^= bytes[offset]
                offset += 1
            }
            return narrow
        }
    }
}
