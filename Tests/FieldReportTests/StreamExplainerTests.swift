import FieldReport
import TestSupport
import Testing
import WeighScale

@Suite("ScaleExplainer, TagReaderExplainer")
struct StreamExplainerTests {
    @Test(
        "every byte of every stream is covered once, in its own dialect and in all others", arguments: VectorFile.scales
    )
    func coverage(_ vector: Vector) {
        for form in ScaleDialect.Form.allCases {
            #expect(ScaleExplainer(ScaleDialect(form)).explain(vector.bytes).isComplete)
        }
        #expect(TagReaderExplainer.explain(vector.bytes).isComplete)
    }

    @Test("readings are those of the vector", arguments: VectorFile.scales)
    func readings(_ vector: Vector) throws {
        let form = try #require(vector.dialect["form"] as? String)
        let steps =
            (vector.expect["steps"] as? [[String: Any]] ?? []) + (vector.expect["finish"] as? [[String: Any]] ?? [])
        guard form != "tag-reader" else {
            let found = TagReaderExplainer.explain(vector.bytes).fields
            let tags = steps.compactMap { ($0["tag"] as? [String: Any])?["epc"] as? String }
            #expect(found.filter { $0.name == "tag" }.map(\.value) == tags.map { .text($0) })
            return
        }
        var dialect = ScaleDialect(try #require(ScaleDialect.Form(rawValue: form)))
        if let checksum = vector.dialect["checksum"] as? String {
            dialect.checksum = try #require(ScaleDialect.Checksum(rawValue: checksum))
        }
        if let unit = vector.dialect["unit"] as? String { dialect.unit = try #require(WeightUnit(rawValue: unit)) }
        dialect.clearsParityBit = vector.dialect["clears_parity_bit"] as? Bool ?? false
        dialect.tellsZeroing = vector.dialect["tells_zeroing"] as? Bool ?? true
        dialect.equalsLength = vector.dialect["equals_length"] as? Int
        let found = ScaleExplainer(dialect).explain(vector.bytes)
        #expect(found.isComplete)
        // What waits at the end of a vector without `finish` is judged here, for a capture has an end.
        let weights = steps.compactMap { step in (step["reading"] as? [String: Any]).map { $0["weight"] as? String } }
        let readings = found.fields.filter { $0.name == "reading" }
        #expect(Array(readings.map(\.value).prefix(weights.count)) == weights.map { $0.map { .text($0) } })
    }

    /// The worked frame of the format description: net -12.34 kg, in motion, tare 5.00.
    @Test("a Toledo frame is told with its status bits in words")
    func toledo() throws {
        let bytes: [UInt8] = [
            0x02, 0x2C, 0x3B, 0x20, 0x20, 0x20, 0x31, 0x32, 0x33, 0x34, 0x20, 0x20, 0x20, 0x35, 0x30, 0x30, 0x0D, 0x6B,
        ]
        let fields = ScaleExplainer(ScaleDialect(.toledo)).explain(bytes).fields
        try #require(fields.count == 1)
        #expect(fields[0].value == .text("-12.34 kg"))
        #expect(fields[0].meaning == "net, in motion, within range, negative, tare 5.00 kg, -12340 g")
        #expect(
            fields[0].children.map(\.name) == ["stx", "swa", "swb", "swc", "weight", "tare", "cr", "check"])
        #expect(fields[0].children[1].bits.map(\.meaning) == ["2 decimals", "interval 1"])
        #expect(
            fields[0].children[2].bits.map(\.meaning) == [
                "net", "negative", "within range", "in motion", "kilograms, if SWC names no unit", "zeroed",
            ])
    }

    @Test("junk and faults stand where they were")
    func junk() {
        // A heartbeat, a frame of 1560 kg, the same with a wrong check, line noise.
        let frame: [UInt8] = [0x02, 0x2B, 0x30, 0x30, 0x31, 0x35, 0x36, 0x30, 0x30, 0x31, 0x39, 0x03]
        var wrong = frame
        wrong[10] = 0x38
        let fields = ScaleExplainer(ScaleDialect(.yaohua)).explain([0xFE] + frame + wrong + [0x00]).fields
        #expect(fields.map(\.name) == ["junk", "reading", "fault", "junk"])
        #expect(fields.map(\.range) == [0..<1, 1..<13, 13..<25, 25..<26])
        #expect(fields[2].problem == "the check characters are wrong (checksum)")
    }

    /// The vendor's example.
    @Test("a tag is told with its signal and its own check")
    func tag() throws {
        let bytes: [UInt8] = [
            0xBB, 0x02, 0x22, 0x00, 0x11, 0xC9, 0x34, 0x00, 0x30, 0x75, 0x1F, 0xEB, 0x70, 0x5C, 0x59, 0x04, 0xE3, 0xD5,
            0x0D, 0x70, 0x3A, 0x76, 0xEF, 0x7E,
        ]
        let fields = TagReaderExplainer.explain(bytes).fields
        try #require(fields.count == 1)
        #expect(fields[0].value == .text("30751feb705c5904e3d50d70"))
        #expect(fields[0].meaning == "seen with -55 dBm")
        #expect(fields[0].children.map(\.name).contains("tag_check"))
        #expect(fields[0].leaves.count == 10)
    }
}
