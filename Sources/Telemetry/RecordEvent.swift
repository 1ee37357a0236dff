package import JTT808

/// A record of tags or weights (标签, 称重), with the time under which it is kept.
package struct RecordEvent: Sendable {
    package let record: Record
    package private(set) var recordedAt: Instant
    package private(set) var timeQuality: TimeQuality
    /// Part of its key: the terminal's count of starts; below 0 for a record that a profile made of a vendor item, which has none.
    package let bootNumber: Int32

    /// - Parameter receivedAt: when it was read from the socket; stands in for a device time that cannot be true.
    package init(_ record: Record, receivedAt: Instant) {
        self.init(record, bootNumber: Int32(record.head.bootNumber), receivedAt: receivedAt)
    }

    /// A record that a profile made, with a time of its own.
    /// - Parameter position: where it stands among the bytes that its sequence was made from, 0 or above. With both a
    ///   retransmission has the same key, and no terminal's own record can have it.
    package init(_ record: Record, derivedAt position: Int32, receivedAt: Instant) {
        self.init(record, bootNumber: -1 - position, receivedAt: receivedAt)
    }

    /// A record that a profile made of a position, without a time of its own: it happened when the position was taken.
    /// - Parameter position: as in ``init(_:derivedAt:receivedAt:)``.
    package init(_ record: Record, derivedFrom fix: Fix, at position: Int32) {
        self.record = record
        bootNumber = -1 - position
        recordedAt = fix.recordedAt
        timeQuality = fix.timeQuality
    }

    private init(_ record: Record, bootNumber: Int32, receivedAt: Instant) {
        self.record = record
        self.bootNumber = bootNumber
        guard let seconds = record.head.time.unixSeconds else {
            recordedAt = receivedAt
            timeQuality = .noDate
            return
        }
        let milliseconds = Int64(min(record.head.milliseconds, 999))
        let sent = Instant(microseconds: seconds * 1_000_000 + milliseconds * 1_000)
        let isFuture = sent > receivedAt.advanced(bySeconds: Fix.furthestFuture)
        recordedAt = isFuture ? receivedAt : sent
        timeQuality = isFuture ? .future : .device
    }

    /// Files it under the receive time instead of the device's, which stays in the raw record.
    package mutating func file(under receivedAt: Instant, because quality: TimeQuality) {
        recordedAt = receivedAt
        timeQuality = quality
    }
}
