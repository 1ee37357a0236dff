/// One forward step of the database schema: a file `NNNN_verb_noun.sql`.
package struct Migration: Sendable, Equatable {
    /// Counts from 1 without gaps.
    package let version: Int
    /// The file name without number and suffix.
    package let name: String
    /// One or more statements, run in one transaction that the text itself must not end.
    package let sql: String

    package init(version: Int, name: String, sql: String) {
        self.version = version
        self.name = name
        self.sql = sql
    }

    /// Reads version and name out of a file name such as `0007_add_axle.sql`.
    /// - Throws: ``MigrationError/badFileName(_:)``
    package init(fileName: String, sql: String) throws(MigrationError) {
        let parts = fileName.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[1].hasSuffix(".sql"), parts[1].count > 4,
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let version = Int(parts[0]), version > 0
        else { throw .badFileName(fileName) }
        self.init(version: version, name: String(parts[1].dropLast(4)), sql: sql)
    }

    /// Such as `0007_add_axle.sql`.
    package var fileName: String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_\(name).sql"
    }

    /// 64-bit FNV-1a of the text as 16 hex digits: tells an edited file, protects against nobody.
    package var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in sql.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
