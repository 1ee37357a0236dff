import FleetSimulation
import Testing

@Suite("KeptReports")
struct KeptReportsTests {
    private static let reading = SimulatedVehicle(seed: 1, index: 0).reading(at: .reported(at: 1_764_000_000))

    private static func serials(_ kept: KeptReports) -> [UInt16] {
        var serials: [UInt16] = []
        kept.forEach { serials.append($0.serial) }
        return serials
    }

    @Test("an answer takes out the report of its serial, once, and the window opens")
    func settles() throws {
        var kept = KeptReports(limit: 2)
        for serial in UInt16(7)...8 { kept.keep(Self.reading, serial: serial, dueAt: UInt64(serial)) }
        #expect(!kept.hasRoom(for: 9))
        #expect(kept.settle(serial: 9) == nil)
        #expect(kept.settle(serial: 15) == nil, "the same slot as 7")
        let settled = kept.settle(serial: 7)
        #expect(try #require(settled).dueAt == 7)
        #expect(kept.settle(serial: 7) == nil)
        #expect(kept.hasRoom(for: 9) && kept.count == 1)
    }

    @Test("what is not acknowledged is visited from the oldest on, over the end of the serials")
    func order() {
        var kept = KeptReports(limit: 10)
        var serial: UInt16 = 65_531
        for _ in 0..<10 {
            kept.keep(Self.reading, serial: serial, dueAt: 0)
            serial &+= 1
        }
        _ = kept.settle(serial: 65_532)
        _ = kept.settle(serial: 3)
        #expect(Self.serials(kept) == [65_531, 65_533, 65_534, 65_535, 0, 1, 2, 4])
    }

    @Test("a report whose answer does not come is never given up: serials wait for its slot")
    func keeps() {
        var kept = KeptReports(limit: 4)
        kept.keep(Self.reading, serial: 0, dueAt: 0)
        for serial in UInt16(1)..<16 {
            #expect(kept.hasRoom(for: serial))
            kept.keep(Self.reading, serial: serial, dueAt: 0)
            _ = kept.settle(serial: serial)
        }
        #expect(!kept.hasRoom(for: 16), "the slot of serial 0")
        #expect(Self.serials(kept) == [0])
        _ = kept.settle(serial: 0)
        #expect(kept.hasRoom(for: 16))
    }
}
