package import JTT808

/// Messages of one terminal that wait for their answer, found by serial in a ring: no search, no allocation.
package struct SendWindow: Sendable {
    /// A message that waits.
    package struct Entry: Equatable, Sendable {
        package var serial: UInt16
        /// Raw message id; 0 marks a free slot, because no terminal message has that id.
        fileprivate var rawID: UInt16
        /// Positions that it carries.
        package var positions: UInt16
        /// Clock of the caller, in nanoseconds.
        package var sentAt: UInt64

        fileprivate static let free = Entry(serial: 0, rawID: 0, positions: 0, sentAt: 0)

        package var messageID: MessageID { MessageID(rawValue: rawID) }
    }

    /// Most position messages that may wait at a time.
    package let limit: Int
    /// Position messages that wait now; heartbeats are not limited.
    package private(set) var inFlight = 0
    private var slots: [Entry]
    private let mask: Int

    /// - Parameter limit: 1 to 1000.
    package init(limit: Int) {
        precondition((1...1000).contains(limit), "the window holds 1 to 1000 messages")
        self.limit = limit
        // Serials run on while one answer is late: four times the limit before its slot comes round again.
        var capacity = 64
        while capacity < 4 * limit { capacity *= 2 }
        slots = Array(repeating: .free, count: capacity)
        mask = capacity - 1
    }

    package var hasRoom: Bool { inFlight < limit }

    /// Notes a message that was sent. One whose slot it takes over is given up: its answer no longer counts.
    package mutating func sent(_ messageID: MessageID, serial: UInt16, positions: Int, at now: UInt64) {
        let index = Int(serial) & mask
        if slots[index].rawID != 0 && slots[index].positions > 0 { inFlight -= 1 }
        slots[index] = Entry(
            serial: serial, rawID: messageID.rawValue, positions: UInt16(clamping: positions), sentAt: now)
        if positions > 0 { inFlight += 1 }
    }

    /// Takes out the message that an answer is for; nil when none such waits.
    package mutating func settle(serial: UInt16, messageID: MessageID) -> Entry? {
        let index = Int(serial) & mask
        let entry = slots[index]
        guard entry.rawID != 0, entry.rawID == messageID.rawValue, entry.serial == serial else { return nil }
        slots[index] = .free
        if entry.positions > 0 { inFlight -= 1 }
        return entry
    }
}
