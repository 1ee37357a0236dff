/// Wakes one task up. Signals that come while it is busy are one.
struct Signal: Sendable {
    /// One element for each time that something is to be looked at.
    let times: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (times, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func give() { continuation.yield() }
}
