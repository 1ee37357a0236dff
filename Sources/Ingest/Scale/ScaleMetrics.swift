import Metrics
import WeighScale

/// The metrics of scales and readers. Lanes count in plain integers and hand over sums once a second.
package struct ScaleMetrics: Sendable {
    /// Why the gateway closed a connection. Bounded: it labels a metric.
    enum Closure: String, CaseIterable {
        case idle
        case notAuthenticated = "not_authenticated"
        case malformed
        case refused
        case superseded

        init(_ verdict: SessionWatch.Verdict) {
            self =
                switch verdict {
                case .idle: .idle
                case .notAuthenticated: .notAuthenticated
                case .malformed: .malformed
                }
        }
    }

    /// What a weighing cycle says beside weighings. Bounded: it labels a metric.
    enum Event: String, CaseIterable {
        case loaded
        case neverSettles = "never_settles"
        case overRange = "over_range"
        case underRange = "under_range"
        case cleared
        case removedUnsettled = "removed_unsettled"
        case tooLight = "too_light"
        case zeroDrift = "zero_drift"

        /// nil: a weighing, which is a record.
        init?(_ event: WeighingEvent) {
            switch event {
            case .loaded: self = .loaded
            case .weighed: return nil
            case .neverSettles: self = .neverSettles
            case .overRange: self = .overRange
            case .underRange: self = .underRange
            case .cleared: self = .cleared
            case .removedUnsettled: self = .removedUnsettled
            case .tooLight: self = .tooLight
            case .zeroDrift: self = .zeroDrift
            }
        }
    }

    /// What one lane counted since it last reported.
    struct Counts {
        var accepted = 0
        var noRoom: [ConnectionBudget.Refusal: Int] = [:]
        var refused: [ScaleSession.Refusal: Int] = [:]
        var closed: [Closure: Int] = [:]
        var bytes = 0
        var junkBytes = 0
        /// Came with the end of a connection that was not read.
        var bytesNotTaken = 0
        var readings = 0
        var sightings = 0
        var repeats = 0
        var notices = 0
        var heartbeats = 0
        var registrations = 0
        var polls = 0
        var weighings = 0
        var samples = 0
        var tagReads = 0
        var suppressed = 0
        var malformed: [String: Int] = [:]
        var events: [Event: Int] = [:]
    }

    static let faults = ScaleFault.allCases.map(\.rawValue)

    private let accepted = Counter(label: "qingyun_scale_connections_accepted_total")
    private let noRoom: [ConnectionBudget.Refusal: Counter]
    private let refused: [ScaleSession.Refusal: Counter]
    private let closed: [Closure: Counter]
    private let bytes = Counter(label: "qingyun_scale_received_bytes_total")
    private let junkBytes = Counter(label: "qingyun_scale_junk_bytes_total")
    private let bytesNotTaken = Counter(label: "qingyun_scale_bytes_not_taken_total")
    private let readings = Counter(label: "qingyun_scale_frames_total", dimensions: [("kind", "reading")])
    private let sightings = Counter(label: "qingyun_scale_frames_total", dimensions: [("kind", "tag")])
    private let notices = Counter(label: "qingyun_scale_frames_total", dimensions: [("kind", "notice")])
    private let repeats = Counter(label: "qingyun_scale_tag_repeats_total")
    private let heartbeats = Counter(label: "qingyun_scale_dtu_packets_total", dimensions: [("kind", "heartbeat")])
    private let registrations = Counter(
        label: "qingyun_scale_dtu_packets_total", dimensions: [("kind", "registration")])
    private let polls = Counter(label: "qingyun_scale_polls_total")
    private let weighings = Counter(label: "qingyun_scale_records_total", dimensions: [("kind", "weighing")])
    private let samples = Counter(label: "qingyun_scale_records_total", dimensions: [("kind", "sample")])
    private let tagReads = Counter(label: "qingyun_scale_records_total", dimensions: [("kind", "tag_read")])
    private let suppressed = Counter(label: "qingyun_scale_quarantine_suppressed_total")
    private let malformed: [String: Counter]
    private let events: [Event: Counter]

    package init() {
        func counters<Key: Hashable>(
            _ label: String, _ dimension: String, _ keys: [Key], _ name: (Key) -> String
        ) -> [Key: Counter] {
            Dictionary(
                uniqueKeysWithValues: keys.map { ($0, Counter(label: label, dimensions: [(dimension, name($0))])) })
        }
        noRoom = counters(
            "qingyun_scale_connections_refused_total", "reason", ConnectionBudget.Refusal.allCases, \.rawValue)
        refused = counters("qingyun_scale_sessions_refused_total", "reason", ScaleSession.Refusal.allCases, \.rawValue)
        closed = counters("qingyun_scale_connections_closed_total", "reason", Closure.allCases, \.rawValue)
        malformed = counters("qingyun_scale_frames_malformed_total", "reason", Self.faults, \.self)
        events = counters("qingyun_scale_events_total", "event", Event.allCases, \.rawValue)
    }

    func add(_ counts: Counts) {
        accepted.increment(by: counts.accepted)
        bytes.increment(by: counts.bytes)
        junkBytes.increment(by: counts.junkBytes)
        bytesNotTaken.increment(by: counts.bytesNotTaken)
        readings.increment(by: counts.readings)
        sightings.increment(by: counts.sightings)
        notices.increment(by: counts.notices)
        repeats.increment(by: counts.repeats)
        heartbeats.increment(by: counts.heartbeats)
        registrations.increment(by: counts.registrations)
        polls.increment(by: counts.polls)
        weighings.increment(by: counts.weighings)
        samples.increment(by: counts.samples)
        tagReads.increment(by: counts.tagReads)
        suppressed.increment(by: counts.suppressed)
        for (reason, count) in counts.noRoom { noRoom[reason]?.increment(by: count) }
        for (reason, count) in counts.refused { refused[reason]?.increment(by: count) }
        for (reason, count) in counts.closed { closed[reason]?.increment(by: count) }
        for (reason, count) in counts.malformed { malformed[reason]?.increment(by: count) }
        for (event, count) in counts.events { events[event]?.increment(by: count) }
    }
}
