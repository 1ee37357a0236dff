package import JTT808
package import NIOCore

/// Cuts what a gateway sends into the answers that a terminal understands.
package struct AnswerReader: Sendable {
    package enum Answer: Sendable {
        case general(GeneralAnswer)
        case registration(RegistrationAnswer)
        /// Bytes that are no frame, or a frame that no terminal here expects.
        case other
    }

    private var parser = FrameParser()
    private var bytes = ByteBuffer()

    package init() {}

    /// Adds what was read; then ask ``next()`` until nil.
    package mutating func append(_ read: ByteBuffer) {
        if bytes.readableBytes == 0 { bytes = read } else { bytes.writeImmutableBuffer(read) }
    }

    /// nil when the bytes hold no further answer.
    package mutating func next() -> Answer? {
        switch parser.next(in: &bytes) {
        case .frame(let frame): return Self.answer(in: frame)
        case .malformed, .junk: return .other
        case .needMoreData:
            // Storage that nothing waits in goes back to the channel.
            if bytes.readableBytes == 0 { bytes = ByteBuffer() }
            return nil
        }
    }

    @inline(__always)
    private static func answer(in frame: Frame) -> Answer {
        do throws(BodyError) {
            let body = frame.body.readableBytesSpan
            switch frame.header.messageID {
            case .platformAnswer: return .general(try GeneralAnswer(body: body))
            case .registrationAnswer: return .registration(try RegistrationAnswer(body: body))
            default: return .other
            }
        } catch {
            return .other
        }
    }
}
