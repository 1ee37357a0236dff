package import NIOCore

/// Cuts a tag reader's byte stream into frames.
///
/// `BB` and `7E` occur inside frames too, so a frame is taken by its length and proved by its sum and its last byte. What is
/// no frame is reported and passed over up to the next `BB`; the parser never gives up and never keeps more than one frame.
package struct TagReaderParser: Sendable {
    package enum Fault: String, Error, Hashable, Sendable, CaseIterable {
        /// No type or length that a frame has, or the last byte is not `7E`.
        case shape
        case checksum
        /// The link fell silent in the middle of it.
        case truncated
    }

    package enum Step: Equatable, Sendable {
        case frame(TagReaderFrame)
        /// A stretch that begins like a frame and is none.
        case malformed(Fault, raw: ByteBuffer)
        /// So many bytes belong to no frame, and were dropped.
        case junk(Int)
        case needMoreData
    }

    package init() {}

    /// Takes the next frame or fault from the front of `buffer`. Bytes of an unfinished frame stay there.
    package func next(in buffer: inout ByteBuffer) -> Step { step(in: &buffer, isLast: false) }

    /// The same after the link fell silent: what waits is judged as it stands. Call it until it needs more data; then the buffer
    /// is empty.
    package func finish(in buffer: inout ByteBuffer) -> Step { step(in: &buffer, isLast: true) }

    private func step(in buffer: inout ByteBuffer, isLast: Bool) -> Step {
        let view = buffer.readableBytesView
        guard let start = view.firstIndex(of: TagReaderFrame.first) else {
            return buffer.readableBytes > 0 ? drop(buffer.readableBytes, from: &buffer) : .needMoreData
        }
        guard start == buffer.readerIndex else { return drop(start - buffer.readerIndex, from: &buffer) }
        if let type = buffer.byte(at: 1), TagReaderFrame.Kind(rawValue: type) == nil {
            return fault(.shape, length: 2, in: &buffer)
        }
        guard let type = buffer.byte(at: 1), let kind = TagReaderFrame.Kind(rawValue: type),
            let command = buffer.byte(at: 2), let high = buffer.byte(at: 3), let low = buffer.byte(at: 4)
        else { return unfinished(&buffer, isLast) }
        let count = Int(high) << 8 | Int(low)
        guard count <= TagReaderFrame.mostParameters else {
            return fault(.shape, length: TagReaderFrame.headLength, in: &buffer)
        }
        let length = TagReaderFrame.headLength + count + TagReaderFrame.tailLength
        guard let sum = buffer.byte(at: length - 2), let last = buffer.byte(at: length - 1),
            let parameters = buffer.getSlice(at: buffer.readerIndex + TagReaderFrame.headLength, length: count)
        else { return unfinished(&buffer, isLast) }
        guard last == TagReaderFrame.last else { return fault(.shape, length: length, in: &buffer) }
        let frame = TagReaderFrame(kind: kind, command: command, parameters: parameters)
        guard frame.sum == sum else { return fault(.checksum, length: length, in: &buffer) }
        buffer.moveReaderIndex(forwardBy: length)
        return .frame(frame)
    }

    private func unfinished(_ buffer: inout ByteBuffer, _ isLast: Bool) -> Step {
        isLast ? fault(.truncated, length: buffer.readableBytes, in: &buffer) : .needMoreData
    }

    /// Passes over `length` bytes, or fewer when another frame may begin among them.
    private func fault(_ fault: Fault, length: Int, in buffer: inout ByteBuffer) -> Step {
        let stretch = buffer.readableBytesView.prefix(length)
        let next = stretch.dropFirst().firstIndex(of: TagReaderFrame.first).map { $0 - buffer.readerIndex }
        return .malformed(fault, raw: buffer.readSlice(length: next ?? length) ?? ByteBuffer())
    }

    private func drop(_ length: Int, from buffer: inout ByteBuffer) -> Step {
        buffer.moveReaderIndex(forwardBy: length)
        return .junk(length)
    }
}

extension ByteBuffer {
    /// The readable byte at `offset` from the reader index.
    fileprivate func byte(at offset: Int) -> UInt8? {
        offset < readableBytes ? getInteger(at: readerIndex + offset) : nil
    }
}
