import Dispatch

/// Interrupts a session after a while, unless it is stopped or renewed before. Confined to the session's executor.
final class LimitAlarm {
    private let limit: DispatchTimeInterval
    private let socketGuard: SocketGuard
    private var item: DispatchWorkItem

    init(_ limit: Duration, _ socketGuard: SocketGuard) {
        let (seconds, attoseconds) = limit.components
        self.limit = .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
        self.socketGuard = socketGuard
        item = Self.set(socketGuard, after: self.limit)
    }

    private static func set(_ socketGuard: SocketGuard, after limit: DispatchTimeInterval) -> DispatchWorkItem {
        let item = DispatchWorkItem { socketGuard.interrupt() }
        DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: item)
        return item
    }

    func stop() { item.cancel() }

    func renew() {
        stop()
        item = Self.set(socketGuard, after: limit)
    }
}
