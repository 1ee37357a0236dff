import Metrics

/// What the sender counts.
enum NotificationMetrics {
    static func count(_ settlement: NotificationOutbox.Settlement, on channel: NotificationChannel) {
        let outcome =
            switch settlement {
            case .sent: "sent"
            case .again: "postponed"
            case .failed: "given_up"
            case .lost: "lease_lost"
            }
        Counter(
            label: "qingyun_notification_attempts_total", dimensions: [("channel", channel.name), ("outcome", outcome)]
        ).increment()
    }

    static func show(waiting: Int, failed: Int, oldestSeconds: Int, on channel: String) {
        let dimensions = [("channel", channel)]
        Gauge(label: "qingyun_notifications_waiting", dimensions: dimensions).record(waiting)
        Gauge(label: "qingyun_notifications_given_up", dimensions: dimensions).record(failed)
        Gauge(label: "qingyun_notification_oldest_seconds", dimensions: dimensions).record(oldestSeconds)
    }
}
