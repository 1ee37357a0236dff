import Postgres

/// Who makes, or closes, the figures of a day and kind is the only one, until the end of the transaction.
enum RollupLock {
    /// - Returns: false when somebody else has it and `waits` is false.
    static func take(_ unit: RollupRefresher.Unit, waits: Bool, on session: PostgresSession) throws(PostgresError)
        -> Bool
    {
        let key = "hashtextextended('stats ' || $1::text || ' ' || $2::text, 0)"
        guard waits else {
            return try session.query("SELECT pg_try_advisory_xact_lock(\(key)) AS locked", unit.parameters)[0]
                .bool("locked")
        }
        try session.query("SELECT pg_advisory_xact_lock(\(key))", unit.parameters)
        return true
    }
}
