/// The `PG_DIAG_*` field codes of `PQresultErrorField`: one letter each, as in the wire protocol
/// (PostgreSQL manual, "Error and Notice Message Fields").
package enum DiagnosticField: Sendable, CaseIterable {
    case severity, severityNonlocalized, sqlState
    case messagePrimary, messageDetail, messageHint
    /// 1-based, in characters, into the query string as it was sent.
    case statementPosition
    /// 1-based, in characters, into ``internalQuery``.
    case internalPosition
    case internalQuery, context
    case schemaName, tableName, columnName, datatypeName, constraintName
    case sourceFile, sourceLine, sourceFunction

    var code: Int32 {
        let letter: Unicode.Scalar =
            switch self {
            case .severity: "S"
            case .severityNonlocalized: "V"
            case .sqlState: "C"
            case .messagePrimary: "M"
            case .messageDetail: "D"
            case .messageHint: "H"
            case .statementPosition: "P"
            case .internalPosition: "p"
            case .internalQuery: "q"
            case .context: "W"
            case .schemaName: "s"
            case .tableName: "t"
            case .columnName: "c"
            case .datatypeName: "d"
            case .constraintName: "n"
            case .sourceFile: "F"
            case .sourceLine: "L"
            case .sourceFunction: "R"
            }
        return Int32(letter.value)
    }
}
