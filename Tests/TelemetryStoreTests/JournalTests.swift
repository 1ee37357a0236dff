import Foundation
import GRDB
import JTT808
import NIOCore
import Telemetry
import Testing

@testable import TelemetryStore

@Suite("Journal")
struct JournalTests {
    private static func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-journal-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    /// A batch with one quarantine record whose raw bytes are `count` times `byte`.
    private static func batch(_ byte: UInt8, count: Int = 10) -> RowBatch {
        var batch = RowBatch()
        batch.append(
            QuarantineRecord(
                receivedAt: Instant(unixSeconds: 1_786_953_600), reason: "checksum",
                raw: ByteBuffer(repeating: byte, count: count)))
        return batch
    }

    private static let now = Instant(unixSeconds: 1_786_953_700)

    @Test("batches come back whole and in order, from another process too")
    func order() async throws {
        try await Self.withFolder { folder in
            let written = (1...5).map { Self.batch(UInt8($0)) }
            do {
                let journal = try Journal(directory: folder, limitBytes: 1 << 20)
                for batch in written { try await journal.append(batch, at: Self.now) }
                #expect(journal.state.batches == 5)
            }
            let journal = try Journal(directory: folder, limitBytes: 1 << 20)
            #expect(journal.state.batches == 5)
            #expect(journal.state.rows == 5)
            #expect(journal.state.oldest == Self.now)
            for batch in written {
                let entry = try #require(try await journal.next())
                #expect(entry.batch.days == batch.days)
                for table in TelemetryTable.allCases {
                    #expect(entry.batch.rowCount(of: table) == batch.rowCount(of: table))
                    #expect(entry.batch.rows(of: table) == batch.rows(of: table))
                }
                try await journal.remove(entry)
            }
            #expect(journal.state == Journal.State())
            let none = try await journal.next()
            #expect(none == nil)
        }
    }

    @Test("above its bound it takes nothing, and again when there is room")
    func bound() async throws {
        try await Self.withFolder { folder in
            let size = Self.batch(1, count: 1_000).byteCount
            let journal = try Journal(directory: folder, limitBytes: 3 * size + size / 2)
            for byte in 1...3 { try await journal.append(Self.batch(UInt8(byte), count: 1_000), at: Self.now) }
            await #expect(throws: JournalError.full(limitBytes: 3 * size + size / 2)) {
                try await journal.append(Self.batch(4, count: 1_000), at: Self.now)
            }
            #expect(journal.state.batches == 3)
            #expect(journal.state.bytes == 3 * size)
            #expect(journal.state.refusedFull == 1)
            let oldest = try #require(try await journal.next())
            try await journal.remove(oldest)
            try await journal.append(Self.batch(4, count: 1_000), at: Self.now)
            #expect(journal.state.batches == 3)
        }
    }

    @Test("neighbours come together up to a number of rows, and are removed together")
    func together() async throws {
        try await Self.withFolder { folder in
            let journal = try Journal(directory: folder, limitBytes: 1 << 20)
            for byte in 1...5 { try await journal.append(Self.batch(UInt8(byte)), at: Self.now) }
            let three = try #require(try await journal.next(mostRows: 3))
            #expect(three.ids.count == 3)
            #expect(three.batch.rowCount == 3)
            var rows = Self.batch(1).rows(of: .quarantine)
            for byte in 2...3 { rows.writeImmutableBuffer(Self.batch(UInt8(byte)).rows(of: .quarantine)) }
            #expect(three.batch.rows(of: .quarantine) == rows)
            let behind = try #require(try await journal.next(after: three.ids[2], mostRows: 100))
            #expect(behind.batch.rowCount == 2)
            try await journal.remove(three)
            #expect(journal.state.batches == 2)
            #expect(journal.state.rows == 2)
            #expect(journal.state.bytes == 2 * Self.batch(1).byteCount)
        }
    }

    @Test("few rows of many bytes are not brought together without end")
    func largeRows() async throws {
        try await Self.withFolder { folder in
            let journal = try Journal(directory: folder, limitBytes: 1 << 30)
            for byte in 1...3 { try await journal.append(Self.batch(UInt8(byte), count: 15 << 20), at: Self.now) }
            let first = try #require(try await journal.next(mostRows: 20_000))
            #expect(first.ids.count == 2)
            let second = try #require(try await journal.next(after: first.ids[1], mostRows: 20_000))
            #expect(second.ids.count == 1)
        }
    }

    @Test("one process has it; to look at it is allowed meanwhile")
    func exclusive() async throws {
        try await Self.withFolder { folder in
            let journal = try Journal(directory: folder, limitBytes: 1 << 20)
            try await journal.append(Self.batch(1), at: Self.now)
            #expect(throws: JournalError.inUse(directory: folder)) {
                _ = try Journal(directory: folder, limitBytes: 1 << 20)
            }
            let looker = try Journal(directory: folder, limitBytes: 0, isExclusive: false)
            #expect(looker.state.batches == 1)
        }
    }

    @Test("a folder that cannot be used is named, with the reason")
    func unusable() throws {
        let error = #expect(throws: JournalError.self) {
            _ = try Journal(directory: "/proc/no-such-place", limitBytes: 1 << 20)
        }
        #expect(error?.description.contains("/proc/no-such-place") == true)
    }

    @Test("a file of the first layout, which had columns for three tables, is taken over")
    func firstLayout() async throws {
        try await Self.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let rows = Self.batch(7)
            let old = try DatabaseQueue(path: folder + "/" + Journal.fileName)
            try await old.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE batch (
                            id INTEGER PRIMARY KEY AUTOINCREMENT, layout INTEGER NOT NULL, taken_at INTEGER NOT NULL,
                            row_count INTEGER NOT NULL, byte_count INTEGER NOT NULL, days BLOB NOT NULL,
                            fix_count INTEGER NOT NULL, fix BLOB NOT NULL, message_count INTEGER NOT NULL,
                            message BLOB NOT NULL, quarantine_count INTEGER NOT NULL, quarantine BLOB NOT NULL
                        )
                        """)
                try db.execute(
                    sql: "INSERT INTO batch VALUES (1, 1, 5, 1, ?, x'0000508a', 0, x'', 0, x'', 1, ?)",
                    arguments: [rows.byteCount, Data(rows.rows(of: .quarantine).readableBytesView)])
            }
            try old.close()
            let journal = try Journal(directory: folder, limitBytes: 1 << 20)
            #expect(journal.state.rows == 1)
            #expect(journal.state.rowsByTable[.quarantine] == 1)
            let entry = try #require(try await journal.next())
            #expect(entry.batch.rows(of: .quarantine) == rows.rows(of: .quarantine))
            #expect(entry.batch.rowCount(of: .fix) == 0)
            try await journal.remove(entry)
            #expect(journal.isEmpty)
        }
    }
}
