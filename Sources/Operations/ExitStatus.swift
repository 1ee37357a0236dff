/// Exit statuses of every executable, after `sysexits.h`.
package enum ExitStatus {
    /// Wrong flags or configuration.
    package static let usage: Int32 = 64
    /// PostgreSQL, or another service that is needed, cannot be reached.
    package static let unavailable: Int32 = 69
    /// Our own fault.
    package static let software: Int32 = 70
    /// Not now: the same may succeed later.
    package static let temporary: Int32 = 75
}
