/// Why data were not unpacked.
package enum GzipError: Error, Equatable, Sendable {
    /// Not GZIP, or its check value is wrong.
    case corrupt
    /// It ends too early.
    case truncated
    /// More than `limit` bytes would come out.
    case tooLarge(limit: Int)
}
