package import Postgres

/// The database schema that this build needs: the files of `sql/migrations`, embedded.
package enum Schema {
    /// In the order of their versions.
    /// - Precondition: every file is named `NNNN_verb_noun.sql`; a wrong name is our own fault and stops the program.
    package static let migrations: [Migration] = EmbeddedTexts.files.map { file in
        do {
            return try Migration(fileName: file.name, sql: file.text)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
