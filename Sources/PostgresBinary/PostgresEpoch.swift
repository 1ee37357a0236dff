/// PostgreSQL counts time from 2000-01-01 00:00 UTC.
public enum PostgresEpoch {
    /// Microseconds from 1970-01-01 to 2000-01-01, both at 00:00 UTC.
    public static let unixMicroseconds: Int64 = 946_684_800_000_000

    /// Microseconds since 1970 to microseconds since 2000, as `timestamptz` counts them.
    ///
    /// Total: a value below the range becomes `Int64.min`, which PostgreSQL reads as `-infinity`.
    @inlinable
    public static func microseconds(fromUnix microseconds: Int64) -> Int64 {
        let (result, overflow) = microseconds.subtractingReportingOverflow(unixMicroseconds)
        return overflow ? .min : result
    }

    /// Microseconds since 2000 to microseconds since 1970; a value above the range becomes `Int64.max`.
    @inlinable
    public static func unixMicroseconds(from microseconds: Int64) -> Int64 {
        let (result, overflow) = microseconds.addingReportingOverflow(unixMicroseconds)
        return overflow ? .max : result
    }
}
