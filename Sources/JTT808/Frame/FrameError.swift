/// Why a stretch of bytes between two flags is not a JT/T 808 frame. The first case that applies is reported.
public enum FrameError: String, Error, Equatable, Sendable, CaseIterable {
    /// `0x7D` is not followed by `0x01` or `0x02` (JT/T 808-2019, clause 4.4.2).
    case escape
    /// Fewer than 13 unescaped bytes, or the header that the properties ask for is not complete.
    case truncated
    /// The XOR over all unescaped bytes, the check code included, is not 0.
    case checksum
    /// The declared body length does not equal the bytes present.
    case length
    /// More bytes since the last flag than ``FrameParser/maximumLength``.
    case tooLong = "too_long"
}
