/// Bounds of a ``Reassembler``, so that no terminal can hold memory for long or without limit.
public struct ReassemblyLimits: Sendable, Equatable {
    /// Messages under way at once. A further one ends the one that has been still the longest.
    public var messages: Int
    /// Bytes of one message, what its slices cost beyond their bodies included.
    public var bytesOfOneMessage: Int
    /// Bytes in all. Beyond them the message that has been still the longest is given up.
    public var bytes: Int
    /// Silence after which missing slices are asked for, and asked for again.
    public var askAfter: Duration
    /// How often they are asked for without a new slice arriving.
    public var asks: Int
    /// Silence after which a message is given up; longer than ``askAfter`` times ``asks``.
    public var giveUpAfter: Duration
    /// The longest that a message may be under way, however it trickles.
    public var life: Duration
    /// How long a message that was whole is remembered, so that a slice sent again does not begin it anew.
    public var memory: Duration

    public init(
        messages: Int = 8, bytesOfOneMessage: Int = 4 << 20, bytes: Int = 8 << 20, askAfter: Duration = .seconds(5),
        asks: Int = 5, giveUpAfter: Duration = .seconds(30), life: Duration = .seconds(600),
        memory: Duration = .seconds(120)
    ) {
        precondition(messages > 0 && bytesOfOneMessage > 0 && asks >= 0, "limits are above 0")
        precondition(bytes >= bytesOfOneMessage, "one message must fit into the bytes in all")
        self.messages = messages
        self.bytesOfOneMessage = bytesOfOneMessage
        self.bytes = bytes
        self.askAfter = askAfter
        self.asks = asks
        self.giveUpAfter = giveUpAfter
        self.life = life
        self.memory = memory
    }
}
