public import NIOCore

/// A picture, a sound or a video: 0x0801 (clause 8.51), nearly always in slices. 多媒体数据上传.
public struct MediaData: Equatable, Sendable {
    /// What stands between the head and the data.
    public enum Origin: Equatable, Sendable {
        /// Where it was taken: 2013 and 2019. No additional items.
        case position(Position)
        /// 2011: packages in all, and the number of this one.
        case part(total: UInt32, number: UInt32)
        /// Neither: devices of 2013 that leave the position out.
        case none
    }

    public var event: MediaEvent
    public var origin: Origin
    /// Shares its storage with the body that it was read from: a picture is not copied.
    public var data: ByteBuffer

    public init(event: MediaEvent, origin: Origin, data: ByteBuffer) {
        self.event = event
        self.origin = origin
        self.data = data
    }

    /// There is no position when a JPEG begins where it would stand (`ff d8`), or when the body has no room for it.
    /// - Throws: ``BodyError/length`` below 8 bytes, and for 2011 below 16.
    public init(body: ByteBuffer, edition: Edition) throws(BodyError) {
        let span = body.readableBytesSpan
        event = try MediaEvent(body: span)
        var offset = MediaEvent.byteCount
        if edition == .edition2011 {
            origin = .part(total: try span.take(&offset), number: try span.take(&offset))
        } else if span.byteCount - offset < Position.byteCount || span.load(at: offset, as: UInt16.self) == 0xFFD8 {
            origin = .none
        } else {
            origin = .position(try Position(span, at: offset))
            offset += Position.byteCount
        }
        data = body.getSlice(at: body.readerIndex + offset, length: body.readableBytes - offset) ?? ByteBuffer()
    }

    public func encode(into body: inout ByteBuffer) {
        event.encode(into: &body)
        switch origin {
        case .position(let position): position.encode(into: &body)
        case .part(let total, let number):
            body.writeInteger(total)
            body.writeInteger(number)
        case .none: break
        }
        body.writeImmutableBuffer(data)
    }
}
