package import JTT808
package import NIOCore
package import Telemetry

/// Something that could not be decoded or stored, kept raw with the reason.
package struct QuarantineRecord: Sendable {
    package var receivedAt: Instant
    /// 0: not known.
    package var terminalID: Int64
    package var messageID: MessageID?
    package var serial: UInt16?
    /// A bounded vocabulary: also the label of a metric.
    package var reason: String
    package var detail: String?
    package var peer: String?
    package var raw: ByteBuffer

    package init(
        receivedAt: Instant, terminalID: Int64 = 0, messageID: MessageID? = nil, serial: UInt16? = nil, reason: String,
        detail: String? = nil, peer: String? = nil, raw: ByteBuffer
    ) {
        self.receivedAt = receivedAt
        self.terminalID = terminalID
        self.messageID = messageID
        self.serial = serial
        self.reason = reason
        self.detail = detail
        self.peer = peer
        self.raw = raw
    }
}
