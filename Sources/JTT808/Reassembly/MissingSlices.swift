/// Slices of a message that must be asked for again.
public struct MissingSlices: Equatable, Sendable {
    public let messageID: MessageID
    /// Whom to ask, in the form of header that it uses.
    public let address: TerminalAddress
    /// Serial of slice 1, and the numbers that are missing: as many as one 0x8003 holds, the others are asked for later.
    public let request: ResendRequest
    /// The id of the picture or sound, when the message is 0x0801 and its slice 1 is there. Then 0x8800 asks
    /// (``mediaAnswer``), and 0x8003 otherwise.
    public let mediaID: UInt32?

    /// The question for a 0x0801.
    public var mediaAnswer: MediaDataAnswer? {
        mediaID.map { MediaDataAnswer(mediaID: $0, missing: Array(request.numbers.prefix(Int(UInt8.max)))) }
    }
}
