import Synchronization

/// How many bytes of rows all lanes together hold in memory, and how many they may.
///
/// Above the bound a lane takes no more than its fair share: so one that holds nothing always gets on, and who waits is waiting for
/// batches of its own lane, which resume it when they are durable.
package final class FlightBudget: Sendable {
    private let limit: Int
    private let share: Int
    private let held = Atomic(0)

    package init(limit: Int, lanes: Int) {
        self.limit = limit
        share = limit / max(1, lanes)
    }

    package var bytesHeld: Int { held.load(ordering: .relaxed) }

    /// A lane holds `own` bytes now, `change` more than it said before.
    /// - Returns: whether it must not take more.
    package func hold(_ own: Int, change: Int) -> Bool {
        let total = change == 0 ? bytesHeld : held.add(change, ordering: .relaxed).newValue
        return total >= limit && own >= share
    }
}
