/// Why the body of a sound frame is not what its message id promises.
public enum BodyError: String, Error, Equatable, Sendable {
    /// Too short, or lengths inside contradict the body's.
    case length
    /// A version of a layout that is not known.
    case version
    /// A kind of record that is not known.
    case kind
}
