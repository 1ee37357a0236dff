public import NIOCore

/// The registration packets of all known DTUs: tells from the first bytes of a connection which of them speaks.
public struct RegistrationList: Sendable {
    public struct Match: Hashable, Sendable {
        /// Place of the pattern in the list.
        public let index: Int
        /// Bytes of the pattern at the front.
        public let length: Int
    }

    public enum Finding: Hashable, Sendable {
        case known(Match)
        /// What came so far is the beginning of a known packet. When nothing follows for a while, `best` is the answer.
        case needMoreData(best: Match?)
        case unknown
    }

    /// In order of their bytes.
    private let patterns: [(bytes: [UInt8], index: Int)]

    /// - Throws: ``BytePatternError`` when two patterns are the same: one packet cannot name two devices.
    public init(_ patterns: [BytePattern]) throws(BytePatternError) {
        let sorted = patterns.enumerated().map { (bytes: $1.bytes, index: $0) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        for (left, right) in zip(sorted, sorted.dropFirst()) where left.bytes == right.bytes {
            throw BytePatternError(
                description:
                    "registrations \(min(left.index, right.index)) and \(max(left.index, right.index)) are the same")
        }
        self.patterns = sorted
    }

    /// Looks at the front of `buffer` and moves nothing. Where one packet is the beginning of another, the longer one counts.
    public func find(in buffer: ByteBuffer) -> Finding {
        let received = Array(buffer.readableBytesView.prefix(BytePattern.lengths.upperBound))
        guard !received.isEmpty else { return .needMoreData(best: nil) }
        var best: Match?
        for length in stride(from: received.count, through: 1, by: -1) {
            let front = received.prefix(length)
            let place = firstPlace(notBefore: front)
            if place < patterns.count, patterns[place].bytes.elementsEqual(front) {
                best = Match(index: patterns[place].index, length: length)
                break
            }
        }
        // Patterns that begin with all that was received stand together, right behind it.
        var next = firstPlace(notBefore: received[...])
        if next < patterns.count, patterns[next].bytes == received { next += 1 }
        if next < patterns.count, patterns[next].bytes.starts(with: received) { return .needMoreData(best: best) }
        return best.map { .known($0) } ?? .unknown
    }

    private func firstPlace(notBefore bytes: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = patterns.count
        while low < high {
            let middle = (low + high) / 2
            if patterns[middle].bytes.lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
