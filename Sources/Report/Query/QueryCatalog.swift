/// The queries of `sql/queries`, embedded.
package enum QueryCatalog {
    /// In the order of their numbers.
    /// - Precondition: every file can be read; one that cannot is our own fault and stops the program.
    package static let all: [ReportQuery] = EmbeddedTexts.files.map { file in
        do {
            return try ReportQuery(fileName: file.name, text: file.text)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// By its number, its name or the name without the number.
    /// - Throws: ``ReportError/unknownQuery(_:)``
    package static func named(_ name: String) throws(ReportError) -> ReportQuery {
        let found = all.first { query in
            query.name == name || Int(name) == query.number
                || query.name.drop(while: { $0 != "-" }).dropFirst() == name[...]
        }
        guard let found else { throw .unknownQuery(name) }
        return found
    }
}
