internal import CLibpq

/// `ExecStatusType`: what kind of answer a ``PQResult`` is.
package enum ExecStatus: Sendable, Equatable {
    case emptyQuery
    case commandOK
    case tuplesOK
    case copyOut
    case copyIn
    case badResponse
    case nonfatalError
    case fatalError
    case copyBoth
    case singleTuple
    /// A status that a newer libpq may add, also the pipeline states that nothing here enters.
    case other(UInt32)

    init(_ raw: ExecStatusType) {
        self =
            switch raw {
            case PGRES_EMPTY_QUERY: .emptyQuery
            case PGRES_COMMAND_OK: .commandOK
            case PGRES_TUPLES_OK: .tuplesOK
            case PGRES_COPY_OUT: .copyOut
            case PGRES_COPY_IN: .copyIn
            case PGRES_BAD_RESPONSE: .badResponse
            case PGRES_NONFATAL_ERROR: .nonfatalError
            case PGRES_FATAL_ERROR: .fatalError
            case PGRES_COPY_BOTH: .copyBoth
            case PGRES_SINGLE_TUPLE: .singleTuple
            default: .other(raw.rawValue)
            }
    }
}
