/// A waste type due at a point in a window, and what became of it.
package struct PlannedStop: Sendable {
    package enum Outcome: String, Sendable {
        case onTime = "on_time"
        case late
        case missed
    }

    package enum Cause: String, Sendable {
        case noVisit = "no_visit"
        case visitNoRead = "visit_no_read"
        case terminalOffline = "terminal_offline"
    }

    /// What the collection is known by.
    package enum Evidence: String, Sendable {
        case lift
        case volumeEstimate = "volume_estimate"
        case tagRead = "tag_read"
    }

    /// Index into ``District/points``.
    package let point: Int
    package let waste: WasteKind
    package let window: CollectionWindow
    /// Index into ``District/vehicles``; nil when the district has none for it.
    package let vehicle: Int?
    /// What the data can show once all of them have come.
    package internal(set) var outcome = Outcome.missed
    /// Of a missed one.
    package internal(set) var cause: Cause? = .noVisit
    /// True seconds after midnight of arrival and departure; nil without a visit.
    package internal(set) var visit: Range<Int>?
    /// True seconds after midnight at which the data of the first lift that completes it leave the vehicle.
    package internal(set) var reportedAt: Int?
    /// Of that one.
    package internal(set) var evidence: Evidence?
    /// Lifts whose weights are sent, and their net weight as recorded.
    package internal(set) var lifts = 0
    package internal(set) var netG = 0
}
