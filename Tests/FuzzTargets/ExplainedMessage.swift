import FieldReport
import JTT808

/// What `qingyun decode --explain` says: it covers every byte once, and finds a body faulty when the decoder does.
///
/// Input: a byte that chooses the edition, then a stretch of a stream.
enum ExplainedMessage {
    static func check(_ input: [UInt8]) throws {
        guard let head = input.first else { return }
        let editions: [Edition?] = [nil] + Edition.allCases
        let stretch = Array(input.dropFirst())
        let (stream, messages) = FrameExplainer(edition: editions[Int(head) % editions.count]).explain(stretch)
        try require(stream.bytes == stretch && stream.isComplete, "fields do not cover the bytes once")
        for message in messages {
            try require(message.body?.isComplete ?? true, "fields do not cover a whole message once")
        }
    }

    /// Whether a body is explained as its decoder judges it.
    /// - Parameter isRefused: the decoder threw.
    static func check(_ messageID: MessageID, _ edition: Edition, _ body: [UInt8], isRefused: Bool) throws {
        let (explanation, problem) = FrameExplainer.explain(body: body, of: messageID, edition)
        try require(explanation.isComplete, "fields do not cover the body of \(messageID) once")
        try require(
            (problem != nil) == isRefused,
            "\(messageID): the decoder \(isRefused ? "refuses" : "takes") it, explained as \(problem ?? "sound")")
    }
}
