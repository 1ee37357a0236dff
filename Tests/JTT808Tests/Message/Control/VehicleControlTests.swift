import Testing

@testable import JTT808

@Suite("VehicleControl")
struct VehicleControlTests {
    @Test(
        "doors: bit 0 locks up to 2013, in 2019 item 1 opens with 1",
        arguments: [
            (Edition.edition2011, true, "01"), (.edition2013, true, "01"), (.edition2013, false, "00"),
            (.edition2019, true, "0001 0001 00"), (.edition2019, false, "0001 0001 01"),
        ])
    func doors(edition: Edition, locked: Bool, wire: String) throws {
        let control = VehicleControl.doors(locked: locked, edition)
        #expect(hex(encoded(control.encode)) == hex(bytes(wire)))
        #expect(try VehicleControl(body: bytes(wire).span.bytes, edition: edition) == control)
    }

    @Test("in 2019 what is no list of items stays raw", arguments: ["007b00", "0001", "0001 f001 0102", "00"])
    func raw(wire: String) throws {
        let control = try VehicleControl(body: bytes(wire).span.bytes, edition: .edition2019)
        #expect(control == .raw(bytes(wire)))
        #expect(hex(encoded(control.encode)) == hex(bytes(wire)))
    }

    @Test("an empty body is refused", arguments: Edition.allCases)
    func empty(edition: Edition) {
        #expect(throws: BodyError.length) { try VehicleControl(body: bytes("").span.bytes, edition: edition) }
    }
}
