package import JTT808

/// A message of a simulated terminal, in the order in which it sends them.
package struct DayMessage: Sendable {
    package enum Content: Sendable {
        /// One 0x0200.
        case report(VehicleReading)
        /// One 0x0704 of what was stored without a radio link; at most ``SimulatedTerminal/longestBatch`` reports.
        case backlog([VehicleReading])
        /// One 0x0900 of type 0xF1.
        case records([Record])
    }

    /// True seconds after midnight at which it leaves.
    package let sentAt: Int
    package let content: Content
    /// It is sent a second time, byte for byte.
    package var isRepeated = false

    /// Positions that it carries.
    package var reports: Int {
        switch content {
        case .report: 1
        case .backlog(let readings): readings.count
        case .records: 0
        }
    }

    /// Tag reads, lifts and weighings that it carries.
    package var records: Int {
        switch content {
        case .report, .backlog: 0
        case .records(let records): records.count
        }
    }
}
