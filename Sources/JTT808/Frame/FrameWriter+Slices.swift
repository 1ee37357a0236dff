public import NIOCore

/// Messages that are too long for a frame travel in slices (分包, clause 4.4.3): the same id, consecutive serials.
extension FrameWriter {
    /// Number of frames that a body of `count` bytes takes.
    public static func frameCount(bodyOf count: Int, sliceLength: Int = longestBody) -> Int {
        max(1, (count + sliceLength - 1) / sliceLength)
    }

    /// Appends a message of any length: one frame when the body fits, else slices of `sliceLength` bytes.
    /// - Parameters:
    ///   - serial: of the first frame; each further one has the next.
    ///   - sliceLength: 1 to 1023.
    ///   - numbers: only these slices, for a terminal that asks for them again (``ResendRequest``); nil for all. Numbers that
    ///     there are not are passed over.
    /// - Returns: number of frames in all, by which the sender's count of serials goes on.
    /// - Throws: ``WriteError/bodyTooLong(_:)`` for more than 65,535 slices; then nothing was written.
    @discardableResult
    public static func writeSliced(
        _ messageID: MessageID, to address: TerminalAddress, serial: UInt16, body: RawSpan,
        sliceLength: Int = longestBody, only numbers: [UInt16]? = nil, into out: inout ByteBuffer
    ) throws(WriteError) -> Int {
        precondition((1...longestBody).contains(sliceLength), "a slice has 1 to 1023 bytes")
        let count = frameCount(bodyOf: body.byteCount, sliceLength: sliceLength)
        guard count <= Int(UInt16.max) else { throw .bodyTooLong(body.byteCount) }
        guard count > 1 else {
            try write(messageID, to: address, serial: serial, body: body, into: &out)
            return 1
        }
        for number in numbers ?? Array(1...UInt16(count)) where number >= 1 && Int(number) <= count {
            let start = Int(number - 1) * sliceLength
            let slice = body.extracting(start..<min(start + sliceLength, body.byteCount))
            try write(
                messageID, to: address, serial: serial &+ (number - 1),
                package: FrameHeader.Package(total: UInt16(count), index: number), body: slice, into: &out)
        }
        return count
    }
}
