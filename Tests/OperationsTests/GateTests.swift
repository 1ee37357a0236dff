import Testing

@testable import Operations

@Suite("Gate", .timeLimit(.minutes(1)))
struct GateTests {
    @Test("whoever waits goes on when it opens")
    func opens() async throws {
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { try await gate.wait() } }
            group.addTask {
                await Task.yield()
                gate.open()
            }
            try await group.waitForAll()
        }
    }

    @Test("nobody waits at an open gate, and opening it again changes nothing")
    func openAlready() async throws {
        let gate = Gate()
        gate.open()
        gate.open()
        try await gate.wait()
        try await gate.wait()
    }

    @Test("a cancelled task waits no longer", arguments: 0..<20)
    func cancelled(round: Int) async {
        let gate = Gate()
        let task = Task { try await gate.wait() }
        // Before it waits or while it does, by the round.
        for _ in 0..<round { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a cancelled task takes nobody with it")
    func othersStay() async throws {
        let gate = Gate()
        let waiting = (0..<50).map { _ in Task { try await gate.wait() } }
        for task in waiting.prefix(25) { task.cancel() }
        for task in waiting.prefix(25) { await #expect(throws: CancellationError.self) { try await task.value } }
        gate.open()
        for task in waiting.dropFirst(25) { try await task.value }
    }

    @Test("a task that is cancelled after the gate opened is let through")
    func cancelledTooLate() async throws {
        let gate = Gate()
        gate.open()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await gate.wait()
        }
        try await task.value
    }
}
