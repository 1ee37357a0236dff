internal import CLibpq

/// `ConnStatusType` of a connection made by a blocking call: only two states can be seen.
package enum ConnectionStatus: Sendable, Equatable {
    case ok
    /// Never connected, or the connection broke and only `PQreset` or a new connection helps.
    case bad

    init(_ raw: ConnStatusType) {
        self = raw == CONNECTION_OK ? .ok : .bad
    }
}
