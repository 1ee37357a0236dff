package import NIOCore

/// Which tags are before a reader: it reports the same one many times a second, and that is one read.
package struct TagPresence: Sendable {
    private struct Seen {
        let tag: [UInt8]
        var at: Int64
    }

    /// More tags than ever are before one reader at once. Beyond it the one that was seen longest ago is forgotten.
    private static let most = 64

    private let interval: Int64
    private var seen: [Seen] = []

    /// - Parameter intervalMs: a tag seen again within so much of the last time is the same read; 0: never.
    package init(intervalMs: Int) { interval = Int64(intervalMs) * 1_000 }

    /// - Parameter now: microseconds.
    /// - Returns: whether the tag was not there before.
    package mutating func sees(_ tag: ByteBuffer, at now: Int64) -> Bool {
        guard interval > 0 else { return true }
        let view = tag.readableBytesView
        if let index = seen.firstIndex(where: { $0.tag.elementsEqual(view) }) {
            let isNew = now - seen[index].at > interval || now < seen[index].at
            seen[index].at = now
            return isNew
        }
        if seen.count >= Self.most, let oldest = seen.indices.min(by: { seen[$0].at < seen[$1].at }) {
            seen.remove(at: oldest)
        }
        seen.append(Seen(tag: Array(view), at: now))
        return true
    }
}
