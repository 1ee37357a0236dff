/// A moment: microseconds since 1970-01-01 00:00 UTC, the resolution of PostgreSQL's `timestamptz`.
package struct Instant: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }
    package init(unixSeconds: Int64) { self.init(microseconds: unixSeconds * 1_000_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    package func advanced(bySeconds seconds: Int64) -> Instant {
        Instant(microseconds: microseconds + seconds * 1_000_000)
    }

    /// Days from 1970-01-01 to the local day (site time zone, Asia/Shanghai: always 8 hours ahead since 1991).
    package var localDay: LocalDay {
        let local = microseconds + 8 * 3_600 * 1_000_000
        let day: Int64 = 86_400 * 1_000_000
        return LocalDay(daysSince1970: Int32(clamping: local >= 0 ? local / day : (local - day + 1) / day))
    }
}
