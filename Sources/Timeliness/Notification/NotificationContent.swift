/// What a message says, apart from the form in which it goes out; kept in `ops.notification.content`.
package struct NotificationContent: Codable, Sendable, Equatable {
    package struct Street: Codable, Sendable, Equatable {
        package var code: String
        package var name: String
    }

    /// What a warning is about: a collection point, a scale, a duty.
    package struct Subject: Codable, Sendable, Equatable {
        package var warning: Int
        package var code: String
        package var name: String
        /// Waste type, person or certificate, for people.
        package var detail: String?
        package var cause: String?
        /// Begin of its window, local time.
        package var window: String?
    }

    /// How many warnings have a cause; no cause has the empty text.
    package struct Count: Codable, Sendable, Equatable {
        package var cause: String
        package var count: Int
    }

    /// Kind of the warnings.
    package var kind: String
    package var event: NotificationEvent
    /// Null: of no street.
    package var street: Street?
    /// Local times of the windows, such as `2026-06-01 04:00-07:00`, the first ones; empty: the kind has none.
    package var windows: [String]
    package var windowCount: Int
    package var total: Int
    package var causes: [Count]
    /// The first ones; `total` says how many there are.
    package var subjects: [Subject]
    /// Warnings that were raised and settled before anything was sent; not in `total`.
    package var settled: Int
    /// Held back over the channel's quiet hours.
    package var wasHeld: Bool
}

/// What became of a warning, as far as messages tell.
package enum NotificationEvent: String, Codable, Sendable, CaseIterable {
    /// Raised, and sure; and of a licence or a verification that it has ended.
    case raised
    /// Raised, but the data for a judgement is missing.
    case unconfirmed
    /// Taken back, because data that came late disproved it.
    case withdrawn
    /// The collection came after its time.
    case collectedLate = "collected_late"
    case acknowledged
    case handled
    case closed
    /// A person called it a false alarm.
    case dismissed
    /// What it warned of is gone.
    case resolved
    /// Raised as before, for another cause.
    case revised

    /// Of which a route tells that does not say: what asks somebody to act, and what calls that back.
    package static let usual: [NotificationEvent] = [.raised, .unconfirmed, .withdrawn]
}
