import Postgres
import Testing

@Suite("Migration")
struct MigrationTests {
    @Test("a file name gives version and name, and back")
    func fileName() throws {
        let migration = try Migration(fileName: "0007_add_axle.sql", sql: "")
        #expect(migration.version == 7)
        #expect(migration.name == "add_axle")
        #expect(migration.fileName == "0007_add_axle.sql")
        #expect(Migration(version: 12345, name: "n", sql: "").fileName == "12345_n.sql")
    }

    @Test(
        "other names are refused",
        arguments: ["7.sql", "x_add.sql", "0007_.sql", "0000_a.sql", "0001_a.txt", "-1_a.sql"])
    func badFileName(name: String) {
        #expect(throws: MigrationError.badFileName(name)) { try Migration(fileName: name, sql: "") }
    }

    @Test(
        "the checksum is FNV-1a of 64 bits (vectors of its authors)",
        arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func checksum(sql: String, expected: String) {
        #expect(Migration(version: 1, name: "n", sql: sql).checksum == expected)
    }

    @Test("versions that are missing or double are refused before the database is asked")
    func versions() throws {
        func migrations(_ versions: [Int]) -> [Migration] {
            versions.map { Migration(version: $0, name: "n", sql: "") }
        }
        #expect(throws: MigrationError.duplicateVersion(2)) { try Migrator(migrations: migrations([1, 2, 2, 3])) }
        #expect(throws: MigrationError.missingVersion(2)) { try Migrator(migrations: migrations([3, 1])) }
        #expect(throws: MigrationError.missingVersion(1)) { try Migrator(migrations: migrations([2])) }
        #expect(try Migrator(migrations: migrations([2, 1])).migrations.map(\.version) == [1, 2])
    }

    @Test("errors are one line that names file, line and SQLSTATE")
    func description() {
        let cause = PostgresError.server(.undefinedTable, message: "relation \"x\" does not exist")
        #expect(
            "\(MigrationError.failed(fileName: "0002_b.sql", line: 4, statement: 2, cause: cause))"
                == "0002_b.sql:4: PostgreSQL error 42P01: relation \"x\" does not exist")
        #expect(
            "\(MigrationError.failed(fileName: "0002_b.sql", line: nil, statement: 2, cause: cause))"
                == "0002_b.sql (statement 2): PostgreSQL error 42P01: relation \"x\" does not exist")
    }

    @Test(
        "a position in characters becomes a line, also behind Chinese text and CR LF",
        arguments: [(1, 1), (6, 1), (7, 2), (10, 2), (11, 3)])
    func line(position: Int, expected: Int) {
        let sql = "-- 重\r\n乙;\r\nx"  // scalars 1-6, 7-10, 11
        let place = PostgresSession.StatementPlace(statement: 1, position: position)
        #expect(place.line(in: sql) == expected)
    }
}
