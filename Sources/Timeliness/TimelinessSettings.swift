/// What the job takes for granted, all of it a matter of the site.
package struct TimelinessSettings: Sendable, Equatable {
    /// Seconds after a deadline at which a warning is raised: a lift of the last minute is on its way till then.
    package var patienceSeconds = 60
    /// Seconds after a terminal came back before its silence is judged anew: what it stored comes in parts.
    package var settleSeconds = 300
    /// Minutes without a report, inside a window and not switched off, after which a terminal counts as silent.
    package var silenceMinutes = 20
    /// Metres from a point within which a vehicle that stands is at it.
    package var nearMetres = 30
    /// Seconds that it must stand there.
    package var standSeconds = 60
    /// Seconds between two reports from there that may belong to one stop, when it made none in between.
    package var joinSeconds = 300
    /// Days for which late data is followed by itself; what is older takes a recheck.
    package var followedDays = 7
    /// Days ahead whose tasks are made.
    package var daysAhead = 1
    /// Days before a licence or a verification ends at which that is warned of.
    package var expiryDays = 30
    /// Data counts as received when it was recorded: for days that were sent afterwards, as simulated ones are.
    package var takesAsRecorded = false

    package init() {}

    /// When a row was known: an expression over the table behind `alias`.
    func known(_ alias: String) -> String { takesAsRecorded ? "\(alias).recorded_at" : "\(alias).received_at" }
}

/// What a check did; of a dry run what it would have done.
package struct CheckSummary: Sendable, Equatable {
    /// As of when.
    package var at = ""
    package var planned = 0
    package var collected = 0
    package var judged = 0
    /// Events of warnings by what happened: raise, revise, collect, withdraw, resolve.
    package var events: [String: Int] = [:]

    package var isNothing: Bool { planned == 0 && collected == 0 && judged == 0 && events.isEmpty }
}
