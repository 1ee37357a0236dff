package import JTT808

extension TerminalTime {
    /// The device time of a report: GMT+8, as terminals send it. Years before 2000 and after 2099 become the nearest that
    /// the six digits hold.
    package static func reported(at unixSeconds: Int64) -> TerminalTime {
        let wallClock = unixSeconds + offsetFromUTC
        let earliest: Int64 = 946_684_800
        let latest: Int64 = 4_102_444_799
        guard let time = TerminalTime(wallClockSeconds: min(max(wallClock, earliest), latest)) else {
            preconditionFailure("the years 2000 to 2099 have terminal times")
        }
        return time
    }
}
