internal import Libpq

extension PostgresSession {
    /// Runs `body` between `BEGIN` and `COMMIT`; any error rolls back and is thrown on.
    ///
    /// A rollback that fails leaves the first error standing. After
    /// ``PostgresError/connectionLost(message:)`` from the `COMMIT` the transaction may have happened.
    /// - Throws: ``PostgresError/protocolViolation(message:)`` inside another transaction, and when `body`
    ///   returned although the transaction had failed or was ended.
    package func transaction<R>(_ body: (PostgresSession) throws -> R) throws -> R {
        if isInTransaction {
            throw PostgresError.protocolViolation(message: "a transaction is open already: use savepoint")
        }
        try execute("BEGIN")
        do {
            let result = try body(self)
            // A COMMIT would answer with a silent ROLLBACK in the one case and a warning in the other.
            switch transactionStatus {
            case .inTransaction: break
            case .inError:
                throw PostgresError.protocolViolation(message: "a statement failed and its error was ignored")
            case .idle: throw PostgresError.protocolViolation(message: "a statement ended the transaction")
            case .active, .unknown: throw PostgresError.connectionLost(message: "closed during a transaction")
            }
            try execute("COMMIT")
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs `body` behind a savepoint: an error undoes what `body` did and is thrown on, and the
    /// transaction around it stays usable. Savepoints may be nested.
    package func savepoint<R>(_ body: (PostgresSession) throws -> R) throws -> R {
        guard transactionStatus == .inTransaction else {
            throw PostgresError.protocolViolation(message: "a savepoint needs a transaction")
        }
        savepointDepth += 1
        defer { savepointDepth -= 1 }
        let name = "qingyun_\(savepointDepth)"
        try execute("SAVEPOINT \(name)")
        do {
            let result = try body(self)
            try execute("RELEASE SAVEPOINT \(name)")
            return result
        } catch {
            do {
                try execute("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            } catch let second {
                log(ignored: second, after: "ROLLBACK TO SAVEPOINT")
            }
            throw error
        }
    }

    /// Ends an open transaction. Its own failure is logged only: whoever calls it reports the cause.
    func rollback() {
        guard isInTransaction else { return }
        do {
            try execute("ROLLBACK")
        } catch {
            log(ignored: error, after: "ROLLBACK")
        }
    }
}
