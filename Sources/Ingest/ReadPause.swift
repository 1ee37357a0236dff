/// Why a connection is not read for a while. Bounded: it labels a metric.
package enum ReadPause: String, Sendable, CaseIterable {
    /// The lane's open batch has as many rows or bytes as it may.
    case laneFull = "lane_full"
    /// All lanes together hold as many bytes as they may.
    case totalBytes = "total_bytes"
    case framesPerSecond = "frames_per_second"
    case bytesPerSecond = "bytes_per_second"
    /// It does not read its answers.
    case answersUnread = "answers_unread"
}
