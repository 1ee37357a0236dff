/// Why migrations were refused or failed; the database is then as the last whole migration left it.
package enum MigrationError: Error, Equatable, Sendable {
    /// Not of the form `NNNN_verb_noun.sql`.
    case badFileName(String)
    case duplicateVersion(Int)
    /// Versions must count from 1 without gaps.
    case missingVersion(Int)
    /// An applied migration has another text now.
    case edited(fileName: String, applied: String, found: String)
    /// The database has a migration that this program does not know.
    case databaseNewer(version: Int, name: String, newestKnown: Int)
    /// The database has a later migration, but not this one.
    case notApplied(fileName: String, newestApplied: Int)
    /// The migration itself failed and was rolled back.
    /// - line: 1-based, when the server ties the error to a place; statement: 1-based, in the file.
    case failed(fileName: String, line: Int?, statement: Int, cause: PostgresError)
    /// The bookkeeping around the migrations failed.
    case database(PostgresError)

    /// What PostgreSQL said, for a caller that retries or picks an exit code.
    package var cause: PostgresError? {
        switch self {
        case .failed(_, _, _, let cause), .database(let cause): cause
        case .badFileName, .duplicateVersion, .missingVersion, .edited, .databaseNewer, .notApplied: nil
        }
    }
}

extension MigrationError: CustomStringConvertible {
    /// One line for an operator.
    package var description: String {
        switch self {
        case .badFileName(let name): "\(name): migration files are named NNNN_verb_noun.sql"
        case .duplicateVersion(let version): "two migrations have version \(version)"
        case .missingVersion(let version): "migration \(version) is missing: versions count from 1 without gaps"
        case .edited(let fileName, let applied, let found):
            "\(fileName) was edited after release: checksum \(found), applied was \(applied)"
        case .databaseNewer(let version, let name, let newestKnown):
            "the database is newer than this program: it has migration \(version) (\(name)),"
                + " the program knows versions up to \(newestKnown)"
        case .notApplied(let fileName, let newestApplied):
            "\(fileName) was never applied, but version \(newestApplied) was"
        case .failed(let fileName, let line, let statement, let cause):
            "\(fileName)" + (line.map { ":\($0)" } ?? " (statement \(statement))") + ": \(cause)"
        case .database(let cause): "migration bookkeeping: \(cause)"
        }
    }
}
