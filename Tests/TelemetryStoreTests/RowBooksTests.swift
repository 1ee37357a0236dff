import NIOCore
import Telemetry
import Testing

@testable import TelemetryStore

@Suite("RowBooks")
struct RowBooksTests {
    private let books = RowBooks()

    /// A batch with `count` rows of quarantine, the table whose rows are easiest to make.
    private func batch(_ count: Int) -> RowBatch {
        var batch = RowBatch()
        for _ in 0..<count {
            batch.append(
                QuarantineRecord(
                    receivedAt: Instant(unixSeconds: 1_786_953_600), reason: "checksum", raw: ByteBuffer(bytes: [1])))
        }
        return batch
    }

    private func outcome(stored: Int = 0, duplicates: Int = 0, of table: TelemetryTable = .quarantine) -> WriteOutcome {
        var outcome = WriteOutcome()
        outcome.stored[table] = stored
        outcome.duplicates[table] = duplicates
        return outcome
    }

    private func account(_ table: TelemetryTable = .quarantine) -> RowBooks.Account {
        books.accounts.first { $0.table == table }!.account
    }

    @Test("rows are in flight from the open batch on until they are stored")
    func straight() {
        books.isOpen(batch(3), in: 0)
        #expect(account().received == 3)
        #expect(account().inFlight == 3)
        books.sealed(batch(5), by: 0)
        #expect(account().received == 5)
        #expect(account().inFlight == 5)
        books.stored(outcome(stored: 3, duplicates: 2))
        #expect(account().inFlight == 0)
        #expect(account().stored == 3)
        #expect(account().duplicates == 2)
        #expect(account().unaccounted == 0)
    }

    @Test("rows of the journal, found or new, are drained")
    func journal() {
        var found = WriteOutcome.Counts()
        found[.quarantine] = 4
        books.found(found)
        books.sealed(batch(2), by: 1)
        books.journaled(batch(2))
        #expect(account().received == 6)
        #expect(account().inJournal == 6)
        #expect(account().inFlight == 0)
        #expect(books.accounts.first { $0.table == .quarantine }?.journaled == 2)
        books.drained(outcome(stored: 6))
        #expect(account().inJournal == 0)
        #expect(account().stored == 6)
        #expect(account().unaccounted == 0)
    }

    @Test("a refused row is one of quarantine too, and both tables balance")
    func rejected() {
        var found = WriteOutcome.Counts()
        found[.fix] = 10
        books.found(found)
        var outcome = outcome(stored: 9, of: .fix)
        outcome.rejected[.fix] = 1
        outcome.stored[.quarantine] = 1
        books.drained(outcome)
        #expect(account(.fix).rejected == 1)
        #expect(account(.fix).inJournal == 0)
        #expect(account(.quarantine).received == 1)
        #expect(account(.quarantine).stored == 1)
        #expect(account(.quarantine).inJournal == 0)
        #expect(account(.fix).unaccounted == 0)
        #expect(account(.quarantine).unaccounted == 0)
    }

    @Test("a row that goes missing shows")
    func missing() {
        books.sealed(batch(5), by: 0)
        books.stored(outcome(stored: 4))
        #expect(account().inFlight == 1)
        #expect(account().unaccounted == 0)
        var lost = RowBooks.Account()
        lost.received = 5
        lost.stored = 4
        #expect(lost.unaccounted == 1)
    }

    @Test("lanes that collect at the same time are added up")
    func lanes() {
        books.isOpen(batch(3), in: 0)
        books.isOpen(batch(4), in: 1)
        #expect(account().inFlight == 7)
        books.sealed(batch(3), by: 0)
        books.isOpen(batch(1), in: 0)
        #expect(account().received == 8)
        #expect(account().inFlight == 8)
    }
}
