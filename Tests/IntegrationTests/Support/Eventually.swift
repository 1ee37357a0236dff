import Testing

/// How long a test waits for what must come. All tests run at once, on machines of two slow cores too: what takes a second alone may take
/// a minute there, and nothing is gained by giving up early.
let patience = Duration.seconds(240)

/// Asks again and again until there is an answer: for what another process does, of which no event tells us.
func eventually<Value>(
    _ what: String, within limit: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation,
    _ question: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if let value = try await question() { return value }
        try await Task.sleep(for: .milliseconds(20))
    }
    return try #require(try await question(), "waited \(limit) for \(what)", sourceLocation: sourceLocation)
}
