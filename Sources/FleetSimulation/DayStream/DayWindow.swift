/// The messages of one terminal that were sent and are not acknowledged, kept to be sent again: found by serial in a ring.
///
/// A message that is sent twice is owed two answers.
package struct DayWindow: Sendable {
    package struct Entry: Sendable {
        package let message: DayMessage
        package let serial: UInt16
        package fileprivate(set) var owed: Int
    }

    /// Most messages that are kept.
    package let limit: Int
    package private(set) var count = 0
    private var slots: [Entry?]
    private let mask: Int
    /// Serial of the youngest message.
    private var newest: UInt16 = 0

    /// - Parameter limit: 1 to 1000.
    package init(limit: Int) {
        precondition((1...1000).contains(limit), "a terminal keeps 1 to 1000 messages")
        self.limit = limit
        // Serials run on while one answer is late.
        var capacity = 4
        while capacity < 4 * limit { capacity *= 2 }
        slots = Array(repeating: nil, count: capacity)
        mask = capacity - 1
    }

    /// Whether a message with this serial can be kept: the window is open, and none of a round before has its slot.
    package func hasRoom(for serial: UInt16) -> Bool { count < limit && slots[Int(serial) & mask] == nil }

    /// - Precondition: there is room, and the serial is younger than those of all kept messages.
    package mutating func keep(_ message: DayMessage, serial: UInt16) {
        slots[Int(serial) & mask] = Entry(message: message, serial: serial, owed: message.isRepeated ? 2 : 1)
        newest = serial
        count += 1
    }

    package func entry(_ serial: UInt16) -> Entry? {
        slots[Int(serial) & mask].flatMap { $0.serial == serial ? $0 : nil }
    }

    /// An answer came: the message, when it was the last one owed, and whether anything waited for it.
    package mutating func settle(serial: UInt16) -> (settled: DayMessage?, isExpected: Bool) {
        let index = Int(serial) & mask
        guard let entry = slots[index], entry.serial == serial else { return (nil, false) }
        guard entry.owed == 1 else {
            slots[index]?.owed -= 1
            return (nil, true)
        }
        slots[index] = nil
        count -= 1
        return (entry.message, true)
    }

    /// After a loss of the connection each is sent once more, and owed one answer. From the oldest to the youngest.
    package mutating func sendAgain(_ visit: (Entry) -> Void) {
        for age in stride(from: slots.count - 1, through: 0, by: -1) {
            let index = Int(newest &- UInt16(age)) & mask
            guard slots[index] != nil else { continue }
            slots[index]?.owed = 1
            if let entry = slots[index] { visit(entry) }
        }
    }
}
