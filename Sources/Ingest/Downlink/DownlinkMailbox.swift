import Downlink
import Synchronization

/// Between the lanes and ``DownlinkService``: a lane says which terminals came and what became of commands, and never waits.
///
/// What a terminal's coming costs is one look into the set of terminals that a command waits for, which is nearly always empty.
package final class DownlinkMailbox: Sendable {
    /// What the service has to look at.
    struct Work: Sendable {
        var events: [CommandEvent] = []
        /// Terminals that may get what waits for them.
        var terminals: Set<Int64> = []
        /// Anything may have changed.
        var isAll = false

        var isEmpty: Bool { events.isEmpty && terminals.isEmpty && !isAll }
    }

    /// More is not kept: the rows then end as those of a gateway that died.
    private static let mostEvents = 100_000

    let presence: TerminalPresence
    let schedule: RetransmissionSchedule
    let signal = Signal()
    private let work = Mutex(Work())
    private let waiting = Mutex<Set<Int64>>([])

    init(_ schedule: RetransmissionSchedule, connections: ConnectionRegister) {
        self.schedule = schedule
        presence = TerminalPresence(note: connections.note)
    }

    // MARK: For the lanes

    /// A terminal is on a connection of this gateway from now on, which ``presence`` knows already.
    func arrived(_ terminalID: Int64) {
        guard waiting.withLock({ $0.contains(terminalID) }) else { return }
        look(at: [terminalID])
    }

    func report(_ event: CommandEvent) {
        work.withLock { work in
            guard work.events.count < Self.mostEvents else { return }
            work.events.append(event)
        }
        signal.give()
    }

    // MARK: For the service

    func look(at terminals: [Int64]) {
        work.withLock { $0.terminals.formUnion(terminals) }
        signal.give()
    }

    func lookAtAll() {
        work.withLock { $0.isAll = true }
        signal.give()
    }

    func take() -> Work {
        work.withLock { work in
            defer { work = Work() }
            return work
        }
    }

    /// What was taken and not done; it comes before what was reported since.
    func giveBack(_ undone: Work) {
        work.withLock { work in
            work.events = undone.events + work.events
            work.terminals.formUnion(undone.terminals)
            work.isAll = work.isAll || undone.isAll
        }
    }

    /// A command waits for these terminals; those that come are told of from now on.
    func isWaiting(for terminals: some Sequence<Int64>) { waiting.withLock { $0.formUnion(terminals) } }

    func isWaiting(onlyFor terminals: some Sequence<Int64>) { waiting.withLock { $0 = Set(terminals) } }

    func isNotWaiting(for terminals: some Sequence<Int64>) { waiting.withLock { $0.subtract(terminals) } }
}
