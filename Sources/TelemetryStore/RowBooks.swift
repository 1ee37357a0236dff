import Synchronization

/// The books of the rows: what was taken, and where each of these rows is. For every table, at every moment:
///
///     received = stored + duplicates + rejected + in the journal + in flight
///
/// Every entry is made on its own occasion, none is worked out from the others, so that a row that is lost or counted twice
/// shows. Written to once a batch, under one lock.
package final class RowBooks: Sendable {
    /// The rows of one table.
    package struct Account: Sendable, Equatable {
        /// Taken from terminals, found in the journal at the start, or, in quarantine, made of refused rows.
        package var received = 0
        /// New in the table.
        package var stored = 0
        /// In the table already.
        package var duplicates = 0
        /// Refused by PostgreSQL; each is a row of quarantine now.
        package var rejected = 0
        /// Durable in the journal, and not in PostgreSQL yet.
        package var inJournal = 0
        /// In memory only, and not acknowledged.
        package var inFlight = 0

        /// Rows that nobody can account for; 0, or something is wrong.
        package var unaccounted: Int { received - stored - duplicates - rejected - inJournal - inFlight }

        package init() {}
    }

    private struct State {
        var accounts = [Account](repeating: Account(), count: TelemetryTable.allCases.count)
        /// All rows that ever went to the journal.
        var journaled = WriteOutcome.Counts()
        /// Rows of batches that lanes are still collecting, as they last said.
        var open: [Int: WriteOutcome.Counts] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// The account of each table as of now, open batches included.
    package var accounts: [(table: TelemetryTable, account: Account, journaled: Int)] {
        state.withLock { state in
            TelemetryTable.allCases.map { table in
                var account = state.accounts[table.rawValue]
                let open = state.open.values.reduce(0) { $0 + $1[table] }
                account.received += open
                account.inFlight += open
                return (table, account, state.journaled[table])
            }
        }
    }

    /// Rows that an earlier process left in the journal.
    package func found(_ rows: WriteOutcome.Counts) {
        update { accounts, table in
            accounts.received += rows[table]
            accounts.inJournal += rows[table]
        }
    }

    /// What a lane is collecting. It is not sealed, so what was said before no longer counts.
    package func isOpen(_ batch: RowBatch, in lane: Int) {
        let counts = batch.counts
        state.withLock { $0.open[lane] = counts }
    }

    /// A lane hands a batch over; what it collects now is empty.
    package func sealed(_ batch: RowBatch, by lane: Int) {
        let counts = batch.counts
        state.withLock { state in
            state.open[lane] = nil
            for table in TelemetryTable.allCases {
                state.accounts[table.rawValue].received += counts[table]
                state.accounts[table.rawValue].inFlight += counts[table]
            }
        }
    }

    /// A batch is in PostgreSQL.
    func stored(_ outcome: WriteOutcome) {
        settle(outcome) { account, rows in account.inFlight -= rows }
    }

    /// A batch is in the journal. To be called before anybody can take it out again.
    func journaled(_ batch: RowBatch) {
        let counts = batch.counts
        state.withLock { state in
            for table in TelemetryTable.allCases {
                state.accounts[table.rawValue].inFlight -= counts[table]
                state.accounts[table.rawValue].inJournal += counts[table]
                state.journaled[table] += counts[table]
            }
        }
    }

    /// A batch of the journal is in PostgreSQL.
    func drained(_ outcome: WriteOutcome) {
        settle(outcome) { account, rows in account.inJournal -= rows }
    }

    private func settle(_ outcome: WriteOutcome, from: (_ account: inout Account, _ rows: Int) -> Void) {
        // A refused row becomes a row of quarantine, which `stored` already counts there.
        let refused = TelemetryTable.allCases.reduce(0) { $0 + outcome.rejected[$1] }
        update { account, table in
            var rows = outcome.stored[table] + outcome.duplicates[table] + outcome.rejected[table]
            if table == .quarantine {
                account.received += refused
                rows -= refused
            }
            from(&account, rows)
            account.stored += outcome.stored[table]
            account.duplicates += outcome.duplicates[table]
            account.rejected += outcome.rejected[table]
        }
    }

    private func update(_ body: (_ account: inout Account, _ table: TelemetryTable) -> Void) {
        state.withLock { state in
            for table in TelemetryTable.allCases { body(&state.accounts[table.rawValue], table) }
        }
    }
}
