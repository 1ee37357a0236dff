import Postgres
import Schema

extension TestDatabase {
    /// A database with the schema in place.
    static func withSchema<R>(_ body: (TestDatabase) async throws -> R) async throws -> R {
        try await with { database in
            let session = try database.session()
            _ = try Migrator(migrations: Schema.migrations).migrate(session)
            session.close()
            return try await body(database)
        }
    }

    /// The rows of one statement.
    func query(_ sql: String, _ parameters: [PostgresValue] = []) throws -> PostgresRows {
        let session = try session()
        defer { session.close() }
        return try session.query(sql, parameters)
    }

    /// The one integer of one statement.
    func count(_ sql: String, _ parameters: [PostgresValue] = []) throws -> Int {
        let rows = try query(sql, parameters)
        return try rows[0].int(rows.columns[0])
    }

    func execute(_ sql: String) throws {
        let session = try session()
        defer { session.close() }
        try session.execute(sql)
    }
}
