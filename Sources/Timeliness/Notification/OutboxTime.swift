package import Postgres

/// The moment at which the outbox works. The database's, so that senders on several machines agree about leases.
package struct OutboxTime: Sendable, Equatable {
    /// As `timestamptz` takes it.
    package let text: String
    package let unixMilliseconds: Int64
    /// Of the local day, 0 to 1439.
    package let minuteOfDay: Int

    /// The database's clock.
    package static func now(_ session: PostgresSession) throws -> OutboxTime {
        try at("clock_timestamp()", [], session)
    }

    /// A moment given as text, for jobs that are run for another one than now.
    package static func at(_ text: String, _ session: PostgresSession) throws -> OutboxTime {
        try at("$1::timestamptz", [.text(text)], session)
    }

    private static func at(
        _ expression: String, _ parameters: [PostgresValue], _ session: PostgresSession
    ) throws -> OutboxTime {
        let row = try session.query(
            """
            SELECT t.at::text AS text, floor(extract(epoch FROM t.at) * 1000)::bigint AS unix_ms,
                (extract(hour FROM t.local) * 60 + extract(minute FROM t.local))::integer AS minute
            FROM (SELECT n.at, n.at AT TIME ZONE telemetry.site_time_zone() AS local FROM (SELECT \(expression) AS at) AS n) AS t
            """, parameters)[0]
        return OutboxTime(
            text: try row.text("text"), unixMilliseconds: Int64(try row.int("unix_ms")),
            minuteOfDay: try row.int("minute"))
    }
}
