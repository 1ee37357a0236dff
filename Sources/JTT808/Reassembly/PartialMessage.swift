public import NIOCore

/// What there is of a message that was given up.
public struct PartialMessage: Equatable, Sendable {
    /// Why. Bounded: it labels a metric.
    public enum Reason: String, Sendable, CaseIterable {
        /// Its slices stopped coming, or trickled for too long.
        case timeout
        /// It has more bytes than one message may have.
        case tooLarge = "too_large"
        /// Others needed its room.
        case crowdedOut = "crowded_out"
        /// The connection ended.
        case closed
    }

    public struct Slice: Equatable, Sendable {
        public let number: UInt16
        public let body: ByteBuffer
    }

    public let reason: Reason
    public let messageID: MessageID
    public let address: TerminalAddress
    /// Serial of slice 1.
    public let firstSerial: UInt16
    public let total: UInt16
    /// What arrived and was acknowledged, in the order of the numbers.
    public let slices: [Slice]
}
