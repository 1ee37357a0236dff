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

    package func check(_ input: [UInt8]) throws {
        switch self {
        case .frames: try FrameStream.check(input)
        case .bodies: try MessageBody.check(input)
        case .session: try SessionEvents.check(input)
        }
    }
}
