import JTT808

/// An answer that is owed once a batch is durable: to which session, and for which message.
///
/// It names the session by its place in the lane, so that it costs no reference count and an answer for a session that has
/// gone finds nobody.
struct Receipt: Sendable {
    let session: SessionPlace
    let address: TerminalAddress
    let answer: GeneralAnswer
}

/// A session's place in its lane; `generation` tells it from a later session in the same place.
struct SessionPlace: Hashable, Sendable {
    let index: UInt32
    let generation: UInt32
}
