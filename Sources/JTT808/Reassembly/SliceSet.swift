import NIOCore

/// The slices of one message that have arrived.
struct SliceSet: Sendable {
    /// What a slice costs besides its bytes: the entry in a dictionary and the head of an allocation. It makes many tiny
    /// slices as dear as they are.
    static let overhead = 96

    let total: UInt16
    let openedAt: ContinuousClock.Instant
    /// When the last slice came that was new.
    private(set) var grewAt: ContinuousClock.Instant
    /// When the missing ones were asked for, if they were.
    var askedAt: ContinuousClock.Instant?
    var asks = 0
    private(set) var slices: [UInt16: ByteBuffer] = [:]
    /// Bytes of the body so far.
    private(set) var byteCount = 0
    /// The header of the slice that came last.
    private(set) var header: FrameHeader

    init(total: UInt16, header: FrameHeader, now: ContinuousClock.Instant) {
        self.total = total
        self.header = header
        openedAt = now
        grewAt = now
    }

    var cost: Int { byteCount + slices.count * Self.overhead }
    var isComplete: Bool { slices.count == Int(total) }

    /// - Precondition: there is no slice of this number yet, and it is one of 1 to ``total``.
    mutating func add(_ frame: Frame, number: UInt16, now: ContinuousClock.Instant) {
        // A copy of its own: a slice of the read buffer would hold all of that until the message is whole.
        slices[number] = ByteBuffer(bytes: frame.body.readableBytesView)
        byteCount += frame.body.readableBytes
        header = frame.header
        grewAt = now
    }

    /// Numbers that have not arrived, the first `most` of them.
    func missing(most: Int) -> [UInt16] {
        guard !isComplete, total > 0 else { return [] }
        var numbers: [UInt16] = []
        for number in 1...total where slices[number] == nil {
            guard numbers.count < most else { break }
            numbers.append(number)
        }
        return numbers
    }

    /// The body, once it is whole.
    func body() -> ByteBuffer {
        var body = ByteBuffer()
        body.reserveCapacity(byteCount)
        guard total > 0 else { return body }
        for number in 1...total {
            if let slice = slices[number] { body.writeImmutableBuffer(slice) }
        }
        return body
    }
}
