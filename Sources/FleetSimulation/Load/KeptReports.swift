/// The reports of one terminal that were sent and are not acknowledged, kept to be sent again: found by serial in a ring, no
/// search, no allocation.
///
/// A report keeps its serial when it is sent again, so the second frame is the first one byte for byte.
package struct KeptReports: Sendable {
    package struct Entry: Sendable {
        package let reading: VehicleReading
        /// When it was due, or made in a closed loop; clock of the caller, nanoseconds.
        package let dueAt: UInt64
        package let serial: UInt16
    }

    /// Most reports that are kept.
    package let limit: Int
    package private(set) var count = 0
    private var slots: [Entry?]
    private let mask: Int
    /// Serial of the youngest report.
    private var newest: UInt16 = 0

    /// - Parameter limit: 1 to 1000.
    package init(limit: Int) {
        precondition((1...1000).contains(limit), "a terminal keeps 1 to 1000 reports")
        self.limit = limit
        // Serials run on while one answer is late.
        var capacity = 4
        while capacity < 4 * limit { capacity *= 2 }
        slots = Array(repeating: nil, count: capacity)
        mask = capacity - 1
    }

    /// Whether a report with this serial can be kept: the window is open, and none of a round before has its slot.
    @inline(__always)
    package func hasRoom(for serial: UInt16) -> Bool { count < limit && slots[Int(serial) & mask] == nil }

    /// - Precondition: there is room, and the serial is younger than those of all kept reports.
    @inline(__always)
    package mutating func keep(_ reading: VehicleReading, serial: UInt16, dueAt: UInt64) {
        slots[Int(serial) & mask] = Entry(reading: reading, dueAt: dueAt, serial: serial)
        newest = serial
        count += 1
    }

    /// Takes out the report that an answer is for; nil when none such is kept.
    @inline(__always)
    package mutating func settle(serial: UInt16) -> Entry? {
        let index = Int(serial) & mask
        guard let entry = slots[index], entry.serial == serial else { return nil }
        slots[index] = nil
        count -= 1
        return entry
    }

    /// Visits them from the oldest to the youngest.
    package func forEach(_ visit: (Entry) -> Void) {
        for age in stride(from: slots.count - 1, through: 0, by: -1) {
            if let entry = slots[Int(newest &- UInt16(age)) & mask] { visit(entry) }
        }
    }
}
