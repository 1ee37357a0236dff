import Telemetry

/// A terminal came or went on a connection of its own: a row of `telemetry.connection_event`.
struct ConnectionEvent: Sendable, Equatable {
    enum Kind: Int, Sendable {
        case came = 1
        case went = 2
    }

    let terminalID: Int64
    let happenedAt: Instant
    let kind: Kind
    /// Address and port of the other end.
    let peer: String
    /// Why it went: ``peerClosed``, ``superseded``, ``stopped``, or a label of ``IngestMetrics/Closure``; nil when it came.
    let reason: String?

    /// The other end closed, or the network broke.
    static let peerClosed = "peer"
    static let superseded = IngestMetrics.Closure.superseded.label
    /// The gateway was stopped.
    static let stopped = "stopped"
}
