import TestSupport
import Testing

@testable import JTT808

@Suite("LoadSensorRecord")
struct LoadSensorRecordTests {
    /// Important, unit 1 kg, loading, 12 loadings, 3456 kg, 78 kg more, relative 9, AD 65536, zero 255.
    static let data = "0001 01 04 0000000c 00000d80 004e 0009 00010000 000000ff"

    private func records(_ item: String) -> [LoadSensorRecord]? {
        let value = bytes(item)
        return LoadSensorRecord.records(inItem: value.span.bytes)
    }

    @Test("the fields stand where the layout puts them", arguments: [0x70, 0x71] as [UInt8])
    func fields(sensor: UInt8) throws {
        let record = try #require(records("01 \(hex([sensor])) 18" + Self.data)?.first)
        #expect(record.sensor == sensor)
        #expect(record.important == 1)
        #expect(record.unit == 1)
        #expect(record.state == 4)
        #expect(record.count == 12)
        #expect(record.load == 3456)
        #expect(record.delta == 78)
        #expect(record.relativeAD == 9)
        #expect(record.originalAD == 65_536)
        #expect(record.zeroAD == 255)
    }

    @Test(
        "the unit scales the weights",
        arguments: [("00", 100), ("01", 1_000), ("02", 10_000), ("03", 100_000)] as [(String, Int64)])
    func unit(unit: String, grams: Int64) throws {
        let record = try #require(
            records("01 70 18 0000 \(unit) 01 00000000 00000001 0000 0000 00000000 00000000")?.first)
        #expect(record.gramsPerStep == grams)
    }

    @Test("a unit that is not defined has no scale", arguments: ["04", "ff"])
    func unknownUnit(unit: String) throws {
        let record = try #require(
            records("01 70 18 0000 \(unit) 01 00000000 00000001 0000 0000 00000000 00000000")?.first)
        #expect(record.gramsPerStep == nil)
        #expect(record.load == 1)
    }

    @Test("records of both sensors come out in order, others are passed over")
    func group() throws {
        let group = try #require(records("03 71 18 \(Self.data) 21 02 aabb 70 18 \(Self.data)"))
        #expect(group.map(\.sensor) == [0x71, 0x70])
    }

    @Test(
        "a load sensor of another length is passed over",
        arguments: ["70 02 0001", "70 00", "71 17" + String(repeating: "00", count: 23)])
    func otherLength(record: String) {
        #expect(records("01" + record) == [])
    }

    @Test(
        "a group must fill the item exactly",
        arguments: [
            "", "00", "00 70 18" + data,  // no records
            "01", "01 70", "01 70 18", "01 70 18 0001",  // cut
            "02 70 18" + data,  // fewer than counted
            "01 70 18" + data + "00",  // something is left over
            "01 70 19" + data,  // a length past the end
        ])
    func shape(item: String) {
        #expect(records(item) == nil)
    }

    @Test("the vectors' load records", arguments: Vector.frames("0x0200").filter { $0.expect["load"] != nil })
    func vectors(_ vector: Vector) throws {
        let expected = try #require(vector.expect["load"] as? [[String: Any]])
        let report = try LocationReport(body: vector.body.span.bytes)
        let found = report.items.filter { $0.id == 0xF3 }.flatMap {
            LoadSensorRecord.records(inItem: $0.value.span.bytes) ?? []
        }
        #expect(found.count == expected.count)
        for (record, facts) in zip(found, expected) {
            let kilograms = { (raw: Int64) in record.gramsPerStep.map { Double(raw * $0) / 1000 } }
            #expect("0x" + hex([record.sensor]) == facts["sensor"] as? String)
            #expect(Int(record.state) == facts["state"] as? Int)
            #expect(kilograms(Int64(record.load)) == facts["load_kg"] as? Double)
            #expect(kilograms(Int64(record.delta)) == facts["delta_kg"] as? Double)
        }
    }
}
