import NIOCore

/// Puts messages in slices (分包) together again: the slices of one connection go in, actions come out. Bounded in number,
/// bytes and time; time comes as an argument.
///
/// Slices may come in any order, doubled, mixed with those of other messages, or not at all. Each new one is acknowledged at
/// once, the one that makes the message whole only after the whole was handled: the standard leaves it open whether every
/// slice or the whole is answered, and this satisfies terminals of either kind. What must not happen is that the *last*
/// answer goes out before the message is safe.
public struct Reassembler: Sendable {
    public enum Action: Equatable, Sendable {
        /// The slice is kept (or was there already): 0x8001, result 0, if the message id has an answer.
        case acknowledge
        /// The slice belongs to a message that was handed over before: 0x8001, result 0, but not before that one is safe.
        case acknowledgeWhenSafe
        /// The message is whole. Its header is that of the slice that came last, without package: answer that one's serial
        /// once the message is safe. The body's length may be far above 1023.
        case deliver(Frame, firstSerial: UInt16)
        /// The slice cannot be: 0x8001, result 2. Its message goes on without it.
        case refuse(Refusal)
        case ask(MissingSlices)
        /// Keep what there is: its slices were acknowledged.
        case giveUp(PartialMessage)
    }

    /// Why a slice is not taken. Bounded: it labels a metric.
    public enum Refusal: String, Sendable, CaseIterable {
        /// Number 0, number above the total, or total 0.
        case number
        /// Another total than that of the slices before.
        case total
        /// Another content than that of the slice that came under the same number before.
        case content
    }

    /// A message that was whole a short while ago.
    private struct Delivered {
        let key: SliceSetKey
        let total: UInt16
        let at: ContinuousClock.Instant
        /// Hashes of the slices in the order of their numbers: a terminal that starts anew may use the same serials for
        /// another message, which must not be taken for this one.
        let digests: [Int]
    }

    /// Slices of a finished message that are remembered one by one. Of a longer one, which is rare, a slice that comes again begins a
    /// message that will not be whole and is given up: memory that no bound counts must be small.
    static let mostRemembered = 1_024

    public let limits: ReassemblyLimits
    private var sets: [SliceSetKey: SliceSet] = [:]
    private var delivered: [Delivered] = []

    public init(limits: ReassemblyLimits = ReassemblyLimits()) { self.limits = limits }

    /// Nothing is under way, and nothing is remembered.
    public var isIdle: Bool { sets.isEmpty && delivered.isEmpty }
    /// Messages under way.
    public var messageCount: Int { sets.count }
    /// Bytes held, what the slices cost beyond their bodies included.
    public private(set) var byteCount = 0

    /// Takes a frame that is a slice: ``FrameHeader/package`` is set.
    public mutating func take(_ frame: Frame, now: ContinuousClock.Instant) -> [Action] {
        guard let package = frame.header.package, package.index >= 1, package.index <= package.total else {
            return [.refuse(.number)]
        }
        let key = SliceSetKey(frame.header, package)
        if let set = sets[key] {
            guard set.total == package.total else { return [.refuse(.total)] }
            if let known = set.slices[package.index] {
                return known == frame.body ? [.acknowledge] : [.refuse(.content)]
            }
        } else if isRepeated(frame, key, package, now) {
            return [.acknowledgeWhenSafe]
        }
        var actions = makeRoom(for: frame, key)
        var set = sets.removeValue(forKey: key) ?? SliceSet(total: package.total, header: frame.header, now: now)
        byteCount -= set.cost
        set.add(frame, number: package.index, now: now)
        set.asks = 0
        if set.isComplete {
            remember(set, key, now)
            actions.append(.deliver(Self.whole(set), firstSerial: key.firstSerial))
        } else if set.cost > limits.bytesOfOneMessage {
            actions += [.acknowledge, .giveUp(Self.partial(set, key, .tooLarge))]
        } else {
            byteCount += set.cost
            sets[key] = set
            actions.append(.acknowledge)
        }
        return actions
    }

    /// Asks for what is missing and gives up what does not come. To be called about once a second.
    public mutating func tick(now: ContinuousClock.Instant) -> [Action] {
        delivered.removeAll { now - $0.at >= limits.memory }
        var actions: [Action] = []
        for (key, set) in sets.sorted(by: { $0.value.openedAt < $1.value.openedAt }) {
            let silence = now - set.grewAt
            if silence >= limits.giveUpAfter || now - set.openedAt >= limits.life {
                actions += giveUp(key, .timeout)
            } else if set.asks < limits.asks && silence >= limits.askAfter
                && set.askedAt.map({ now - $0 >= limits.askAfter }) ?? true
            {
                sets[key]?.asks += 1
                sets[key]?.askedAt = now
                actions.append(.ask(Self.missing(set, key)))
            }
        }
        return actions
    }

    /// The connection ends: everything that is not whole is handed back.
    public mutating func close() -> [Action] {
        let keys = sets.sorted { $0.value.openedAt < $1.value.openedAt }.map(\.key)
        return keys.flatMap { giveUp($0, .closed) }
    }

    /// Gives up the message that has been still the longest, for an owner whose connections hold too much together.
    public mutating func giveUpOldest() -> [Action] { stillest(but: nil).map { giveUp($0, .crowdedOut) } ?? [] }

    // MARK: Room

    /// Gives up others until the slice fits.
    private mutating func makeRoom(for frame: Frame, _ key: SliceSetKey) -> [Action] {
        let cost = frame.body.readableBytes + SliceSet.overhead
        var actions: [Action] = []
        while byteCount + cost > limits.bytes || (sets[key] == nil && sets.count >= limits.messages),
            let victim = stillest(but: key)
        {
            actions += giveUp(victim, .crowdedOut)
        }
        return actions
    }

    private func stillest(but key: SliceSetKey?) -> SliceSetKey? {
        sets.filter { $0.key != key }.min { $0.value.grewAt < $1.value.grewAt }?.key
    }

    private mutating func giveUp(_ key: SliceSetKey, _ reason: PartialMessage.Reason) -> [Action] {
        guard let set = sets.removeValue(forKey: key) else { return [] }
        byteCount -= set.cost
        return [.giveUp(Self.partial(set, key, reason))]
    }

    // MARK: Messages that were whole

    private mutating func remember(_ set: SliceSet, _ key: SliceSetKey, _ now: ContinuousClock.Instant) {
        guard set.slices.count <= Self.mostRemembered else { return }
        if delivered.count >= limits.messages { delivered.removeFirst() }
        let digests = set.slices.sorted { $0.key < $1.key }.map { Self.digest($0.value.readableBytesSpan) }
        delivered.append(Delivered(key: key, total: set.total, at: now, digests: digests))
    }

    private func isRepeated(
        _ frame: Frame, _ key: SliceSetKey, _ package: FrameHeader.Package, _ now: ContinuousClock.Instant
    ) -> Bool {
        let digest = Self.digest(frame.body.readableBytesSpan)
        return delivered.contains {
            $0.key == key && $0.total == package.total && now - $0.at < limits.memory
                && $0.digests[Int(package.index) - 1] == digest
        }
    }

    private static func digest(_ span: RawSpan) -> Int {
        var hasher = Hasher()
        span.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    // MARK: What comes out

    private static func whole(_ set: SliceSet) -> Frame {
        var header = set.header
        header.package = nil
        header.bodyLength = set.byteCount
        return Frame(header: header, body: set.body())
    }

    private static func missing(_ set: SliceSet, _ key: SliceSetKey) -> MissingSlices {
        let edition = set.header.address.form.likelyEdition
        let head = set.slices[1].flatMap { $0.getInteger(at: $0.readerIndex, as: UInt32.self) }
        return MissingSlices(
            messageID: key.messageID, address: set.header.address,
            request: ResendRequest(
                firstSerial: key.firstSerial, numbers: set.missing(most: ResendRequest.mostNumbers(edition))),
            mediaID: key.messageID == .mediaData ? head : nil)
    }

    private static func partial(_ set: SliceSet, _ key: SliceSetKey, _ reason: PartialMessage.Reason) -> PartialMessage
    {
        PartialMessage(
            reason: reason, messageID: key.messageID, address: set.header.address, firstSerial: key.firstSerial,
            total: set.total,
            slices: set.slices.sorted { $0.key < $1.key }.map { PartialMessage.Slice(number: $0.key, body: $0.value) })
    }
}
