import Downlink
import Metrics

/// What becomes of the commands that this gateway handles: `qingyun_commands_total{event}`. Counted once the queue has it.
struct CommandMetrics: Sendable {
    /// Bounded: it labels a metric.
    enum Event: String, CaseIterable {
        case sent
        /// The same command once more on the same connection.
        case sentAgain = "sent_again"
        case answered
        /// It had been given up before.
        case answeredLate = "answered_late"
        case refused
        case timedOut = "timed_out"
        /// Sent and not answered; queued again for the terminal's next connection.
        case queuedAgain = "queued_again"
        case expired

        /// What a command has come to that was sent or waited for its terminal; nil: nothing that is counted.
        init?(_ state: CommandQueue.State) {
            switch state {
            case .queued: self = .queuedAgain
            case .answered: self = .answered
            case .refused: self = .refused
            case .timedOut: self = .timedOut
            case .expired: self = .expired
            case .sent, .cancelled: return nil
            }
        }

        /// What an answer is to a command that is in this state with it.
        init(answered state: CommandQueue.State) {
            self = state == .answered || state == .refused ? Event(state) ?? .answered : .answeredLate
        }
    }

    private let counters: [Event: Counter]

    init() {
        counters = Dictionary(
            uniqueKeysWithValues: Event.allCases.map {
                ($0, Counter(label: "qingyun_commands_total", dimensions: [("event", $0.rawValue)]))
            })
    }

    func count(_ event: Event) { counters[event]?.increment() }
}
