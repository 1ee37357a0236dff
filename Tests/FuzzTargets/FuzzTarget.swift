/// What is fuzzed: each target reads any input and says when the code under it breaks a promise. A crash says so by itself.
///
/// The same targets run seeded and short in the tests, and steered by coverage and long in `deploy/fuzz`.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// ``FrameStream``
    case frames
    /// ``MessageBody``
    case bodies
    /// ``SessionEvents``
    case session
    /// ``SliceEvents``
    case slices
    /// ``WatchEvents``
    case watch
    /// ``ScaleStream``
    case scales
    /// ``DTUStream``
    case dtu
    /// ``TagReaderStream``
    case tags
    /// ``PackedBytes``
    case gzip
    /// ``ExplainedMessage``
    case explain

    package func check(_ input: [UInt8]) throws {
        switch self {
        case .frames: try FrameStream.check(input)
        case .bodies: try MessageBody.check(input)
        case .session: try SessionEvents.check(input)
        case .slices: try SliceEvents.check(input)
        case .watch: try WatchEvents.check(input)
        case .scales: try ScaleStream.check(input)
        case .dtu: try DTUStream.check(input)
        case .tags: try TagReaderStream.check(input)
        case .gzip: try PackedBytes.check(input)
        case .explain: try ExplainedMessage.check(input)
        }
    }
}
