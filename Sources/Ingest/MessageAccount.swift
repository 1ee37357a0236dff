/// The books of one lane's messages, of which every sound frame is one:
///
///     received = kept + answered + refused + in flight
///
/// Every entry is made on its own occasion, none is worked out from the others.
package struct MessageAccount: Sendable, Equatable {
    /// Sound frames.
    package var received = 0
    /// Everything that they carried is durable.
    package var kept = 0
    /// Promised nothing about data and were answered at once: heartbeats, authentication, time.
    package var answered = 0
    package var refused = [Int](repeating: 0, count: IngestMetrics.Refusal.allCases.count)
    /// In the lane's open batch, or with a writer.
    package var unsettled = 0
    /// Held back until their senders are in the registry, or their files on the disk.
    package var waiting = 0

    package init() {}

    package var inFlight: Int { unsettled + waiting }

    /// Messages that nobody can account for; 0, or something is wrong.
    package var unaccounted: Int { received - kept - answered - refused.reduce(0, +) - inFlight }

    package mutating func refuse(_ reason: IngestMetrics.Refusal) { refused[reason.index] += 1 }

    package mutating func add(_ other: MessageAccount) {
        received += other.received
        kept += other.kept
        answered += other.answered
        for index in refused.indices { refused[index] += other.refused[index] }
        unsettled += other.unsettled
        waiting += other.waiting
    }
}
