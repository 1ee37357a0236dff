import Foundation
import Postgres
import Schema
import Testing

extension TestDatabase {
    /// A database with the schema in place.
    static func withSchema<R>(_ body: (TestDatabase) async throws -> R) async throws -> R {
        try await with(template: try await template.value, body)
    }

    /// Name of a database with the schema, of which the others are copies: all migrations take some seconds, a copy a tenth of one.
    /// It stays when the tests are over, and is dropped when they begin again.
    private static let template = Task { () async throws -> String in
        let server = try #require(ProcessInfo.processInfo.environment[variable])
        let name = "qy_template_\(ProcessInfo.processInfo.processIdentifier)"
        let admin = try serverSession()
        defer { admin.close() }
        for row in try admin.query("SELECT datname FROM pg_database WHERE datname LIKE 'qy\\_template\\_%'") {
            try? admin.execute("DROP DATABASE \(row[0] ?? "")")
        }
        try admin.execute("CREATE DATABASE \(name)")
        let session = try TestDatabase(name: name, url: url(server, database: name)).session()
        _ = try Migrator(migrations: Schema.migrations).migrate(session)
        session.close()
        return name
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
