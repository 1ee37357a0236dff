/// Why a call on PostgreSQL failed.
///
/// Messages are one line. The server's `DETAIL` is never kept: it may quote the values of a row.
package enum PostgresError: Error, Equatable, Sendable {
    /// No connection could be made; the message names every host that was tried.
    case connectFailed(message: String)
    /// The connection broke. A `COMMIT` that was under way may have happened or not.
    case connectionLost(message: String)
    /// The server refused a statement and said why.
    case server(SQLState, message: String, constraint: String? = nil, table: String? = nil)
    /// This program used the connection wrongly: an error to fix, not to retry.
    case protocolViolation(message: String)
}

extension PostgresError {
    /// The server's code; nil for every other case.
    package var sqlState: SQLState? {
        if case .server(let state, _, _, _) = self { state } else { nil }
    }

    /// True when sending the same again may succeed.
    ///
    /// - No connection, or a lost one; after ``connectionLost(message:)`` the batch may also be stored
    ///   already, so rows need a natural key.
    /// - Class 08 (connection), except 08P01, which is about what we sent.
    /// - Class 40 (serialization failure, deadlock), 53 (disk, memory or connections used up), 57
    ///   (shutdown, starting up, cancelled, statement timeout), 58 (the server's own disk or files), and 55P03
    ///   (lock timeout).
    /// - 25006: the server became read-only, as a standby is during a failover.
    package var isTransient: Bool {
        switch self {
        case .connectFailed, .connectionLost: true
        case .protocolViolation, .server(.protocolViolation, _, _, _): false
        case .server(.readOnlySQLTransaction, _, _, _), .server(.lockNotAvailable, _, _, _): true
        case .server(let state, _, _, _): ["08", "40", "53", "57", "58"].contains(state.classCode)
        }
    }

    /// True when a value in some row is at fault, so that the rows without it may succeed.
    ///
    /// Classes 22 (data) and 23 (constraint), and 08P01, which the server reports for a binary row
    /// that it cannot read. A unique violation is no data error: ask ``isUniqueViolation``. A missing
    /// partition is one; where it is cured otherwise ask ``isMissingPartition`` first.
    package var isDataError: Bool {
        switch self {
        case .connectFailed, .connectionLost, .protocolViolation: false
        case .server(.uniqueViolation, _, _, _): false
        case .server(.protocolViolation, _, _, _): true
        case .server(let state, _, _, _): ["22", "23"].contains(state.classCode)
        }
    }

    /// True when a row with this key exists already.
    package var isUniqueViolation: Bool {
        sqlState == .uniqueViolation
    }

    /// True when no partition takes the row: the server reports 23514 without a constraint name.
    ///
    /// The message is not asked, except for the one other error of this shape, a row written straight
    /// into a partition that it does not belong to: servers translate their messages.
    package var isMissingPartition: Bool {
        guard case .server(.checkViolation, let message, nil, _) = self else { return false }
        return !message.contains("violates partition constraint")
    }
}

extension PostgresError: CustomStringConvertible {
    /// One line that may be shown to an operator and logged.
    package var description: String {
        switch self {
        case .connectFailed(let message): "cannot connect to PostgreSQL: \(message)"
        case .connectionLost(let message): "connection to PostgreSQL lost: \(message)"
        case .server(let state, let message, let constraint, let table):
            "PostgreSQL error \(state): \(message)"
                + (constraint.map { " (constraint \($0)" + (table.map { " of \($0))" } ?? ")") } ?? "")
        case .protocolViolation(let message): "wrong use of the PostgreSQL connection: \(message)"
        }
    }

    /// Makes one line of libpq's text. Lines that start with a tab are advice ("Is the server running
    /// on that host ...?") and are left out.
    static func oneLine(_ text: String) -> String {
        let lines = text.split(whereSeparator: { $0.isNewline })
        let statements = lines.filter { !$0.hasPrefix("\t") }
        return (statements.isEmpty ? lines : statements).map { line in
            String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.joined(separator: "; ")
    }
}
