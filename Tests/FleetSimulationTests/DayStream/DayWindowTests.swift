import Testing

@testable import FleetSimulation

@Suite("DayWindow")
struct DayWindowTests {
    private static func message(_ second: Int, isRepeated: Bool = false) -> DayMessage {
        var message = DayMessage(sentAt: second, content: .records([]))
        message.isRepeated = isRepeated
        return message
    }

    @Test("a message is settled by its one answer, one that is sent twice by its second")
    func settled() {
        var window = DayWindow(limit: 2)
        window.keep(Self.message(1), serial: 7)
        window.keep(Self.message(2, isRepeated: true), serial: 8)
        #expect(!window.hasRoom(for: 9))
        #expect(window.settle(serial: 7).settled?.sentAt == 1)
        #expect(window.hasRoom(for: 9))
        let first = window.settle(serial: 8)
        #expect(first.settled == nil && first.isExpected)
        #expect(window.settle(serial: 8).settled?.sentAt == 2)
        #expect(window.count == 0)
        #expect(!window.settle(serial: 8).isExpected)
    }

    @Test("after a loss everything comes again in its order, over the turn of the serials, and is owed one answer")
    func again() {
        var window = DayWindow(limit: 3)
        for (second, serial) in [65_534, 65_535, 0].enumerated() {
            window.keep(Self.message(second, isRepeated: true), serial: UInt16(serial))
        }
        var serials: [UInt16] = []
        window.sendAgain { serials.append($0.serial) }
        #expect(serials == [65_534, 65_535, 0])
        #expect(window.settle(serial: 65_535).settled?.sentAt == 1)
    }
}
