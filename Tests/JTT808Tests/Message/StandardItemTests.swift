import Testing

@testable import JTT808

@Suite("StandardItem")
struct StandardItemTests {
    /// A value for each id and length of JT/T 808-2019, table 27, and JT/T 1078-2016, table 13, worked out by hand.
    static let known: [(id: UInt8, value: String, item: StandardItem)] = [
        (0x01, "000186a0", .odometerHm(100_000)), (0x01, "ffffffff", .odometerHm(4_294_967_295)),
        (0x02, "01f4", .fuelDl(500)), (0x02, "8064", .fuelDl(32_868)),
        (0x03, "0258", .recorderSpeedDkmh(600)),
        (0x04, "0001", .alarmToConfirm(1)),
        (
            0x05, "00010203040506070809 0a0b0c0d0e0f10111213 1415161718191a1b1cff",
            .tyrePressures([UInt8](0...28) + [0xFF])
        ),
        (0x06, "0019", .compartmentTemperatureC(25)), (0x06, "8019", .compartmentTemperatureC(-25)),
        (0x06, "8000", .compartmentTemperatureC(0)), (0x06, "7fff", .compartmentTemperatureC(32_767)),
        (0x06, "ffff", .compartmentTemperatureC(-32_767)),
        (0x11, "00", .overspeed(place: 0, id: nil)), (0x11, "0100000102", .overspeed(place: 1, id: 258)),
        (0x11, "04ffffffff", .overspeed(place: 4, id: .max)),
        (0x12, "020000000300", .crossing(place: 2, id: 3, direction: 0)),
        (0x12, "030001000001", .crossing(place: 3, id: 65_536, direction: 1)),
        (0x13, "00000007 0e10 01", .segmentTime(id: 7, seconds: 3600, result: 1)),
        (0x14, "00000041", .videoAlarmBits(0x41)),
        (0x15, "80000001", .signalLostChannelBits(0x8000_0001)),
        (0x16, "00000002", .coveredChannelBits(2)),
        (0x17, "1001", .storageFaultBits(0x1001)),
        (0x18, "0005", .abnormalDriving(bits: 5, degree: nil)),
        (0x18, "000264", .abnormalDriving(bits: 2, degree: 100)),
        (0x25, "00004001", .vehicleSignalBits(0x4001)),
        (0x2A, "0003", .ioStatusBits(3)),
        // Bits 0 to 15, the low word on the wire's end, are AD0.
        (0x2B, "00010002", .analogInputs(ad0: 2, ad1: 1)),
        (0x30, "1f", .signalStrength(31)),
        (0x31, "ff", .satellites(255)),
    ]

    @Test("each item has its meaning", arguments: known)
    func meaning(id: UInt8, value: String, item: StandardItem) {
        let value = bytes(value)
        #expect(StandardItem(id: id, value: value.span.bytes) == item)
    }

    @Test("another length is a vendor item in disguise", arguments: [UInt8](0...255))
    func lengths(id: UInt8) {
        let defined: [UInt8: Set<Int>] = [
            0x01: [4], 0x02: [2], 0x03: [2], 0x04: [2], 0x05: [30], 0x06: [2], 0x11: [1, 5], 0x12: [6], 0x13: [7],
            0x14: [4],
            0x15: [4], 0x16: [4], 0x17: [2], 0x18: [2, 3], 0x25: [4], 0x2A: [2], 0x2B: [4], 0x30: [1], 0x31: [1],
        ]
        for length in 0...40 {
            let value = [UInt8](repeating: 0, count: length)
            let isKnown = StandardItem(id: id, value: value.span.bytes) != nil
            #expect(isKnown == (defined[id]?.contains(length) == true), "length \(length)")
        }
    }

    @Test("an overspeed at a place must say which", arguments: 1...4 as ClosedRange<UInt8>)
    func overspeedWithoutID(place: UInt8) {
        #expect(StandardItem(id: 0x11, value: [place].span.bytes) == nil)
    }
}
