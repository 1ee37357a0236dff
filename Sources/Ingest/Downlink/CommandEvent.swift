import Downlink
import JTT808
import NIOCore
import Telemetry

/// What a connection tells about a command that it was given.
struct CommandEvent: Sendable {
    enum Kind: Sendable {
        case answered(messageID: MessageID, result: GeneralAnswer.Result?, body: ByteBuffer, Edition, at: Instant)
        /// Sent again; the answer is due in so many seconds.
        case resent(waitSeconds: Int)
        case timedOut(reason: String)
        /// The connection ended before an answer came.
        case lost
    }

    let key: CommandQueue.Key
    let kind: Kind

    init(_ order: CommandOrder, _ kind: Kind) {
        key = CommandQueue.Key(terminalID: order.terminalID, commandID: order.commandID)
        self.kind = kind
    }
}
