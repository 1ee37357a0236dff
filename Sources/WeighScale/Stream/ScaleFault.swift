/// Why a stretch of an indicator's stream that began like a frame is none. The first case that applies is reported.
public enum ScaleFault: String, Error, Equatable, Sendable, CaseIterable {
    /// It ends too early, or the link fell silent in the middle of it.
    case truncated
    /// More bytes than a frame or line of this dialect has.
    case tooLong = "too_long"
    /// Bytes that cannot stand where they stand.
    case shape
    /// The check characters are there and wrong.
    case checksum
    /// The frame is sound, but a field's value is not one that the dialect has.
    case value
}
