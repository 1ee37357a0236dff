package import Postgres

/// One batch of the journal to PostgreSQL, for a program that does nothing else.
package enum JournalDrain {
    /// Through the duplicate-safe path; the entry is in PostgreSQL when this returns, and still in the journal.
    package static func write(_ entry: Journal.Entry, to session: PostgresSession) throws(PostgresError) -> WriteOutcome
    {
        var store = BatchStore()
        return try store.write(entry.batch, to: session)
    }
}
