/// Which warnings go to which channels.
package struct NotificationRoute: Sendable, Equatable {
    package let channels: [String]
    /// Kinds of warnings; nil: all.
    package let kinds: [String]?
    /// Codes of streets; nil: all, and what belongs to no street.
    package let streets: [String]?
    /// What became of a warning; nil: ``usualEvents``.
    package let events: [String]?

    package init(channels: [String], kinds: [String]? = nil, streets: [String]? = nil, events: [String]? = nil) {
        self.channels = channels
        self.kinds = kinds
        self.streets = streets
        self.events = events
    }
}

/// What is told, and to whom.
package struct NotificationSetup: Sendable, Equatable {
    package let channels: [NotificationChannel]
    package let routes: [NotificationRoute]

    /// - Parameter routes: without any, every channel gets everything.
    package init(channels: [NotificationChannel], routes: [NotificationRoute] = []) {
        self.channels = channels
        self.routes = routes.isEmpty && !channels.isEmpty ? [NotificationRoute(channels: channels.map(\.name))] : routes
    }

    package static let none = NotificationSetup(channels: [])

    package func channel(_ name: String) -> NotificationChannel? { channels.first { $0.name == name } }
}
