internal import CLibpq

/// `PGTransactionStatusType`: where the session stands between `BEGIN` and `COMMIT`.
package enum TransactionStatus: Sendable, Equatable {
    /// No transaction is open and no command is running.
    case idle
    /// A command is running: its results were not all read.
    case active
    case inTransaction
    /// The transaction failed; only `ROLLBACK` (also to a savepoint) is accepted.
    case inError
    /// The connection is bad.
    case unknown

    init(_ raw: PGTransactionStatusType) {
        self =
            switch raw {
            case PQTRANS_IDLE: .idle
            case PQTRANS_ACTIVE: .active
            case PQTRANS_INTRANS: .inTransaction
            case PQTRANS_INERROR: .inError
            default: .unknown
            }
    }
}
