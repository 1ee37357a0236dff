import Synchronization

/// How many connections there are, in all and from each address; asked once a connection, by all lanes.
package final class ConnectionBudget: Sendable {
    package enum Refusal: String, Sendable, CaseIterable {
        case total
        case address
    }

    private struct State {
        var total = 0
        var byAddress: [String: Int] = [:]
    }

    private let most: Int
    private let mostPerAddress: Int
    private let state = Mutex(State())

    package init(_ limits: SessionLimits) {
        most = limits.connections
        mostPerAddress = limits.connectionsPerAddress
    }

    /// - Returns: why there is no room; nil when the connection is counted from now on.
    package func take(_ address: String) -> Refusal? {
        state.withLock { state in
            guard state.total < most else { return .total }
            let count = state.byAddress[address, default: 0]
            guard count < mostPerAddress else { return .address }
            state.total += 1
            state.byAddress[address] = count + 1
            return nil
        }
    }

    package func giveBack(_ address: String) {
        state.withLock { state in
            state.total -= 1
            let left = (state.byAddress[address] ?? 1) - 1
            // Addresses that have gone must not stay for ever.
            state.byAddress[address] = left > 0 ? left : nil
        }
    }
}
