package import JTT808

/// A record of tags or weights (标签, 称重), with the time under which it is kept.
package struct RecordEvent: Sendable {
    package let record: Record
    package private(set) var recordedAt: Instant
    package private(set) var timeQuality: TimeQuality

    /// - Parameter receivedAt: when it was read from the socket; stands in for a device time that cannot be true.
    package init(_ record: Record, receivedAt: Instant) {
        self.record = record
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
