import Synchronization

/// What a service still waits for before it can do its work; `/readyz` and people ask it.
package final class Readiness: Sendable {
    private struct State {
        /// Conditions in the order in which they were named; nil is met, a text says why not.
        var obstacles: [(name: String, reason: String?)] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Names a condition that is not met yet, or no longer.
    package func isBlocked(_ name: String, because reason: String) { set(name, reason) }

    package func isMet(_ name: String) { set(name, nil) }

    /// `name: reason` of each condition that is not met; empty when ready.
    package var obstacles: [String] {
        state.withLock { state in
            state.obstacles.compactMap { obstacle in obstacle.reason.map { "\(obstacle.name): \($0)" } }
        }
    }

    private func set(_ name: String, _ reason: String?) {
        state.withLock { state in
            if let index = state.obstacles.firstIndex(where: { $0.name == name }) {
                state.obstacles[index].reason = reason
            } else {
                state.obstacles.append((name, reason))
            }
        }
    }
}
