import FleetSimulation
import JTT808
import Testing

@Suite("SendWindow")
struct SendWindowTests {
    @Test("an answer settles the message of its serial and id, once")
    func settles() throws {
        var window = SendWindow(limit: 2)
        window.sent(.locationReport, serial: 65_535, positions: 1, at: 10)
        window.sent(.heartbeat, serial: 0, positions: 0, at: 11)
        window.sent(.locationBatch, serial: 1, positions: 18, at: 12)
        #expect(!window.hasRoom)
        #expect(window.settle(serial: 1, messageID: .locationReport) == nil, "another message")
        #expect(window.settle(serial: 1023, messageID: .locationReport) == nil, "the same slot")
        let settled = window.settle(serial: 1, messageID: .locationBatch)
        let batch = try #require(settled)
        #expect(batch.positions == 18 && batch.sentAt == 12)
        #expect(window.settle(serial: 1, messageID: .locationBatch) == nil, "a second answer")
        #expect(window.hasRoom)
        #expect(window.settle(serial: 0, messageID: .heartbeat) != nil)
        #expect(window.settle(serial: 65_535, messageID: .locationReport) != nil)
        #expect(window.inFlight == 0)
    }

    @Test("a message that is never answered gives way when its slot comes round")
    func wraps() {
        var window = SendWindow(limit: 1000)
        for serial in UInt16(0)..<4097 {
            window.sent(.locationReport, serial: serial, positions: 1, at: 0)
            if serial > 0 { #expect(window.settle(serial: serial, messageID: .locationReport) != nil) }
        }
        #expect(window.inFlight == 0)
        #expect(window.settle(serial: 0, messageID: .locationReport) == nil)
    }
}
