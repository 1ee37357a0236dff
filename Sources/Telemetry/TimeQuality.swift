/// What `recorded_at` of a record is worth.
package enum TimeQuality: Int16, Sendable {
    /// The device's own time.
    case device = 0
    /// The receive time: the device sent no date (zeros, digits above 9, the 31st of February).
    case noDate = 1
    /// The receive time: the device's time was more than a day ahead of it.
    case future = 2
    /// The receive time: the device's time is of one more new day than the gateway opens for unusual dates.
    case unusualDay = 3
}
