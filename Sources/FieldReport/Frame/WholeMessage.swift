import JTT808
import NIOCore

/// What slices make together.
package struct WholeMessage: Equatable, Sendable {
    /// Which message, of whom.
    package var title: String
    /// The fields of the body that was put together; nil while slices are missing.
    package var body: Explanation?

    /// A message a member, in the order in which they were whole; those that are not at the end.
    static func all(of slices: [Frame], edition: Edition?) -> [WholeMessage] {
        let bytes = slices.reduce(1) { $0 + $1.body.readableBytes + 1024 }
        // Everything is here at once: nothing need be given up, and what is missing is asked for without waiting.
        var reassembler = Reassembler(
            limits: ReassemblyLimits(
                messages: slices.count + 1, bytesOfOneMessage: bytes, bytes: bytes, askAfter: .zero, asks: 1))
        let now = ContinuousClock.now
        let actions = slices.flatMap { reassembler.take($0, now: now) } + reassembler.tick(now: now)
        return actions.compactMap { action in
            switch action {
            case .deliver(let frame, _): WholeMessage(frame, edition)
            case .ask(let missing):
                WholeMessage(
                    title:
                        "\(missing.messageID) \(MessageName.of(missing.messageID)), \(missing.address.phone), slices "
                        + missing.request.numbers.map { "\($0)" }.joined(separator: ", ") + " are missing",
                    body: nil)
            case .acknowledge, .acknowledgeWhenSafe, .refuse, .giveUp: nil
            }
        }
    }

    private init(title: String, body: Explanation?) {
        self.title = title
        self.body = body
    }

    private init(_ whole: Frame, _ edition: Edition?) {
        let bytes = Array(whole.body.readableBytesView)
        var reader = FieldReader(bytes)
        reader.all { reader throws(BodyError) in
            try FrameExplainer.body(of: whole.header, edition: edition, &reader)
        }
        title =
            "\(whole.header.messageID) \(MessageName.of(whole.header.messageID)), \(whole.header.address.phone), "
            + "put together of its slices"
        body = Explanation(bytes: bytes, fields: reader.fields)
    }
}
