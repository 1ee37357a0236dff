import TestSupport
import Testing

@testable import JTT808

@Suite("AttachedDeviceList")
struct AttachedDeviceListTests {
    @Test("the makes in the vectors", arguments: ["yzh-0900-02", "yzh-0900-03"])
    func vectors(id: String) throws {
        let vector = try #require(VectorFile.frames.first { $0.id == id })
        let data = Array(vector.body.dropFirst())
        let list = try AttachedDeviceList(data: data.span.bytes)
        #expect(list.devices.map(\.id) == [1, 2, 3])
        #expect(list.devices.map(\.content.count) == [0x37, 0x37, 0x37])
        #expect(hex(encoded(list.encode)) == hex(data))
    }

    @Test(
        "devices that do not fill the data are refused",
        arguments: ["", "01", "01 64", "01 64 01", "01 64 00 00", "00 00"])
    func misfit(wire: String) {
        let data = bytes(wire)
        #expect(throws: BodyError.length) { try AttachedDeviceList(data: data.span.bytes) }
    }
}
