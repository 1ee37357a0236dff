package import JTT808
import Metrics
package import Telemetry
package import TelemetryStore

/// The gateway's metrics. Lanes count in plain integers and hand over sums, so that a message costs no lock.
package struct IngestMetrics: Sendable {
    /// Why data of a sound frame were not taken. Bounded: it labels a metric.
    package enum Refusal: String, Sendable, CaseIterable {
        case unknownTerminal = "unknown_terminal"
        case refusedTerminal = "refused_terminal"
        case notAuthenticated = "not_authenticated"
        case wrongCode = "wrong_code"
        case bodyLength = "body_length"
        case packageNumber = "package_number"
        case registryUnavailable = "registry_unavailable"

        /// Its place among all cases.
        var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package typealias Pause = ReadPause

    /// Why the gateway closed a connection. Bounded: it labels a metric.
    package enum Closure: Hashable, Sendable {
        case verdict(SessionWatch.Verdict)
        case refused
        case superseded
        case deregistered
        /// Commands were sent again and again, and nothing at all came.
        case unheard

        static let all: [Closure] =
            SessionWatch.Verdict.allCases.map(Closure.verdict) + [.refused, .superseded, .deregistered, .unheard]

        var label: String {
            switch self {
            case .verdict(let verdict): verdict.rawValue
            case .refused: "refused"
            case .superseded: "superseded"
            case .deregistered: "deregistered"
            case .unheard: "unheard"
            }
        }
    }

    /// What one lane counted since it last reported.
    package struct Counts: Sendable, Equatable {
        package var bytesReceived = 0
        package var junkBytes = 0
        /// Came with the end of a connection that was not read.
        package var bytesNotTaken = 0
        package var malformed: [FrameError: Int] = [:]
        package var acknowledged = 0
        package var quarantineSuppressed = 0
        package var connectionsRefused: [ConnectionBudget.Refusal: Int] = [:]
        package var connectionsClosed: [Closure: Int] = [:]
        package var pauses: [Pause: Int] = [:]
        /// Fixes filed under the time of receipt, by the reason; ``TimeQuality/device`` is not counted.
        package var timeNotTaken: [TimeQuality: Int] = [:]
        package var messagesReassembled = 0
        package var messagesGivenUp: [PartialMessage.Reason: Int] = [:]
        package var slicesAskedFor = 0
        package var notUnpacked = 0
        package var mediaNotKept: [MediaFiles.Obstacle: Int] = [:]
        /// Vendor items that are not what the terminal's profile says.
        package var profileMisreadings = 0

        package init() {}
    }

    let scales = ScaleMetrics()
    private let bytesReceived = Counter(label: "qingyun_received_bytes_total")
    private let junkBytes = Counter(label: "qingyun_junk_bytes_total")
    private let bytesNotTaken = Counter(label: "qingyun_bytes_not_taken_total")
    private let malformed: [FrameError: Counter]
    private let pauses: [Pause: Counter]
    private let acknowledged = Counter(label: "qingyun_messages_acknowledged_total")
    private let quarantineSuppressed = Counter(label: "qingyun_quarantine_suppressed_total")
    private let timeNotTaken: [TimeQuality: Counter]
    private let messagesReassembled = Counter(label: "qingyun_messages_reassembled_total")
    private let messagesGivenUp: [PartialMessage.Reason: Counter]
    private let notUnpacked = Counter(label: "qingyun_compressed_not_unpacked_total")
    private let mediaNotKept: [MediaFiles.Obstacle: Counter]
    private let slicesAskedFor = Counter(label: "qingyun_slices_asked_for_total")
    private let profileMisreadings = Counter(label: "qingyun_profile_misreadings_total")
    private let connectionsRefused: [ConnectionBudget.Refusal: Counter]
    private let connectionsClosed: [Closure: Counter]
    private let journalBatches = Meter(label: "qingyun_journal_batches")
    private let journalRows = Meter(label: "qingyun_journal_rows")
    private let journalBytes = Meter(label: "qingyun_journal_bytes")
    private let journalRefusedFull = Meter(label: "qingyun_journal_refused_batches", dimensions: [("reason", "full")])
    private let journalRefusedFailed = Meter(
        label: "qingyun_journal_refused_batches", dimensions: [("reason", "failed")])
    private let journalAge = Meter(label: "qingyun_journal_oldest_seconds")
    private let batches = Counter(label: "qingyun_batches_committed_total")
    private let receiveToCommitSeconds = Metrics.Timer(label: "qingyun_receive_to_commit_seconds")
    private let commitToAcknowledgeSeconds = Metrics.Timer(label: "qingyun_commit_to_acknowledge_seconds")
    private let commitSeconds: Metrics.Timer = Metrics.Timer(label: "qingyun_batch_commit_seconds")
    private let connectionsAccepted = Counter(label: "qingyun_connections_accepted_total")

    package init() {
        malformed = Dictionary(
            uniqueKeysWithValues: FrameError.allCases.map {
                ($0, Counter(label: "qingyun_frames_malformed_total", dimensions: [("reason", $0.rawValue)]))
            })
        pauses = Dictionary(
            uniqueKeysWithValues: Pause.allCases.map {
                ($0, Counter(label: "qingyun_reads_paused_total", dimensions: [("reason", $0.rawValue)]))
            })
        let reasons: [(TimeQuality, String)] = [
            (.noDate, "no_date"), (.future, "future"), (.unusualDay, "unusual_day"),
        ]
        timeNotTaken = Dictionary(
            uniqueKeysWithValues: reasons.map { quality, reason in
                (quality, Counter(label: "qingyun_fixes_time_not_taken_total", dimensions: [("reason", reason)]))
            })
        mediaNotKept = Dictionary(
            uniqueKeysWithValues: MediaFiles.Obstacle.allCases.map {
                ($0, Counter(label: "qingyun_media_not_kept_total", dimensions: [("reason", $0.rawValue)]))
            })
        messagesGivenUp = Dictionary(
            uniqueKeysWithValues: PartialMessage.Reason.allCases.map {
                ($0, Counter(label: "qingyun_messages_given_up_total", dimensions: [("reason", $0.rawValue)]))
            })
        connectionsRefused = Dictionary(
            uniqueKeysWithValues: ConnectionBudget.Refusal.allCases.map {
                ($0, Counter(label: "qingyun_connections_refused_total", dimensions: [("reason", $0.rawValue)]))
            })
        connectionsClosed = Dictionary(
            uniqueKeysWithValues: Closure.all.map {
                ($0, Counter(label: "qingyun_connections_closed_total", dimensions: [("reason", $0.label)]))
            })
    }

    package func add(_ counts: Counts) {
        bytesReceived.increment(by: counts.bytesReceived)
        junkBytes.increment(by: counts.junkBytes)
        bytesNotTaken.increment(by: counts.bytesNotTaken)
        acknowledged.increment(by: counts.acknowledged)
        messagesReassembled.increment(by: counts.messagesReassembled)
        slicesAskedFor.increment(by: counts.slicesAskedFor)
        notUnpacked.increment(by: counts.notUnpacked)
        for (reason, count) in counts.mediaNotKept { mediaNotKept[reason]?.increment(by: count) }
        for (reason, count) in counts.messagesGivenUp { messagesGivenUp[reason]?.increment(by: count) }
        quarantineSuppressed.increment(by: counts.quarantineSuppressed)
        profileMisreadings.increment(by: counts.profileMisreadings)
        for (reason, count) in counts.connectionsRefused { connectionsRefused[reason]?.increment(by: count) }
        for (reason, count) in counts.connectionsClosed { connectionsClosed[reason]?.increment(by: count) }
        for (reason, count) in counts.timeNotTaken { timeNotTaken[reason]?.increment(by: count) }
        for (reason, count) in counts.malformed { malformed[reason]?.increment(by: count) }
        for (reason, count) in counts.pauses { pauses[reason]?.increment(by: count) }
    }

    /// A batch is durable and acknowledged.
    /// - Parameters:
    ///   - writing: from the hand-over to the writer until it was durable.
    ///   - receiving: from its first row until it was durable: the longest that one of its messages waited for that.
    ///   - acknowledging: from then until its answers were written to the sockets.
    package func committed(writing: Duration, receiving: Duration, acknowledging: Duration) {
        batches.increment()
        commitSeconds.recordNanoseconds(writing.nanoseconds)
        receiveToCommitSeconds.recordNanoseconds(receiving.nanoseconds)
        commitToAcknowledgeSeconds.recordNanoseconds(acknowledging.nanoseconds)
    }

    package func report(_ journal: Journal.State, now: Instant) {
        journalBatches.set(journal.batches)
        journalRows.set(journal.rows)
        journalBytes.set(journal.bytes)
        journalRefusedFull.set(journal.refusedFull)
        journalRefusedFailed.set(journal.refusedFailed)
        journalAge.set(journal.oldest.map { Double(max(0, now.microseconds - $0.microseconds)) / 1e6 } ?? 0)
    }

    package func accepted() { connectionsAccepted.increment() }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
