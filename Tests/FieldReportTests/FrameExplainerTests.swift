import FieldReport
import JTT808
import TestSupport
import Testing

@Suite("FrameExplainer")
struct FrameExplainerTests {
    @Test("every byte of every vector is covered once, whatever the edition", arguments: VectorFile.all)
    func coverage(_ vector: Vector) {
        for edition in Edition.allCases.map(Optional.some) + [nil] {
            let (stream, messages) = FrameExplainer(edition: edition).explain(vector.bytes)
            #expect(stream.isComplete)
            #expect(stream.bytes == vector.bytes)
            #expect(stream.fields.flatMap(\.leaves).flatMap { stream.bytes(of: $0) } == vector.bytes)
            #expect(messages.allSatisfy { $0.body?.isComplete ?? true })
        }
    }

    @Test("a sound frame is called sound, a faulty one says why", arguments: VectorFile.frames)
    func faults(_ vector: Vector) {
        let problems = explain(vector.bytes).compactMap(\.problem)
        guard let error = vector.error else {
            return #expect(problems.isEmpty)
        }
        // Nothing between two flags is no field, and an empty stretch has no problem either.
        guard error != "empty" else { return }
        #expect(problems.contains { $0.hasSuffix("(\(error))") }, "\(problems)")
    }

    @Test("numbers with the name of a fact are the fact", arguments: VectorFile.frames.filter { $0.error == nil })
    func values(_ vector: Vector) {
        let leaves = explain(vector.bytes).flatMap(\.leaves)
        for (name, fact) in vector.expect {
            // A name that stands there once; in lists it stands there for each item.
            let named = leaves.filter { $0.name == name }
            guard named.count == 1, let value = named[0].value else { continue }
            switch (value, fact) {
            case (.number(let number), let fact as Int64): #expect(number == fact, "\(name)")
            case (.text(let text), let fact as String): #expect(text == fact || named[0].meaning == fact, "\(name)")
            default: break
            }
        }
    }

    @Test(
        "all messages of the standard have fields of their own", arguments: VectorFile.frames.filter { $0.error == nil }
    )
    func names(_ vector: Vector) throws {
        let id = try #require(vector.messageID.flatMap { UInt16($0.dropFirst(2), radix: 16) })
        let isOfStandard = Self.standard.contains(id)
        let leaves = explain(vector.bytes).flatMap(\.leaves)
        #expect(
            leaves.contains { $0.meaning == "not a message of the standard: kept raw" } == !isOfStandard
                || vector.expect["package"] != nil || vector.expect["encryption"] != nil
                || vector.expect["body_len"] as? Int == 0)
    }

    /// The ids of JT/T 808-2019, chapter 8, and those of 2011 and 2013.
    private static let standard: Set<UInt16> = {
        let up: [ClosedRange<UInt16>] = [
            0x0001...0x0005, 0x0100...0x0100, 0x0102...0x0102, 0x0104...0x0104, 0x0107...0x0108, 0x0200...0x0201,
            0x0301...0x0303, 0x0500...0x0500, 0x0608...0x0608, 0x0700...0x0702, 0x0704...0x0705, 0x0800...0x0802,
            0x0805...0x0805, 0x0900...0x0901, 0x0A00...0x0A00,
        ]
        let down: [ClosedRange<UInt16>] = [
            0x8001...0x8001, 0x8003...0x8004, 0x8100...0x8100, 0x8103...0x8108, 0x8201...0x8204, 0x8300...0x8304,
            0x8400...0x8401, 0x8500...0x8500, 0x8600...0x8608, 0x8700...0x8702, 0x8800...0x8805, 0x8900...0x8900,
            0x8A00...0x8A00,
        ]
        return Set((up + down).joined())
    }()

    /// A position of 2013 from the standard's fixed part, worked out by hand: N 39.912345, E 116.391234, 12.3 km/h, 2026-06-01
    /// 06:30:15; then item 0x01 of 12,345 tenths of a km and an item whose length runs past the end.
    private static let position =
        "7e 0200 0025 013912345678 000a 00000001 00000003 02 61 05 d9 06 f0 01 02 0032 007b 005a 260601063015"
        + "0104 00003039 ee09 ff"

    @Test("a position is told field by field")
    func position() throws {
        let bytes = sealed(Self.position)
        let fields = explain(bytes)
        #expect(fields.map(\.name) == ["flag", "frame", "flag"])
        let frame = fields[1]
        #expect(frame.children.map(\.name) == ["header", "body", "check_code"])
        let body = frame.children[1]
        #expect(
            body.children.map(\.name) == [
                "alarm", "status", "latitude", "longitude", "altitude_m", "speed_dkmh", "course_deg", "time",
                "item 0x01",
                "extras_trailing",
            ])
        #expect(body.children[0].bits.map(\.meaning) == ["emergency button"])
        #expect(body.children[1].bits.map(\.meaning) == ["ACC on", "position fixed", "load: empty"])
        #expect(body.children[2].meaning == "39.912921° N")
        #expect(body.children[5].meaning == "12.3 km/h")
        #expect(body.children[7].meaning == "2026-06-01T06:30:15+08:00")
        #expect(body.children[8].leaves.last?.meaning == "1234.5 km")
        #expect(body.children[9].problem == "no whole item: its length runs past the end")
        // A flag and 12 bytes of header stand before the body.
        #expect(body.range == 13..<13 + 37)
    }

    @Test("escapes count as received, and are said")
    func escapes() throws {
        // Serial 7d7e travels as 7d 01 7d 02.
        let bytes = sealed("7e 0002 0000 012345678900 7d7e")
        let serial = try #require(explain(bytes).flatMap(\.leaves).first { $0.name == "serial" })
        #expect(serial.range == 11..<15)
        #expect(serial.value == .number(0x7D7E))
        #expect(serial.meaning?.hasSuffix("7d 01 is an escaped 7d, 7d 02 is an escaped 7e") == true)
    }

    @Test("a wrong check code costs nothing but itself")
    func checksum() throws {
        var bytes = sealed(Self.position)
        bytes[bytes.count - 2] ^= 0x01
        let frame = explain(bytes)[1]
        #expect(frame.problem == "the check code is wrong (checksum)")
        #expect(frame.leaves.contains { $0.name == "speed_dkmh" })
        #expect(frame.children.last?.problem?.hasPrefix("wrong: header and body give ") == true)
    }

    @Test("what stands around frames is shown")
    func surroundings() {
        let heartbeat = sealed("7e 0002 0000 012345678900 000a")
        let fields = explain([0x41, 0x42] + heartbeat + [0x7E] + heartbeat + [0x01, 0x7E] + [0x05])
        #expect(
            fields.map(\.name) == [
                "junk", "flag", "frame", "flag", "flag", "flag", "frame", "flag", "frame", "flag", "pending",
            ])
    }

    @Test("slices are told once they are whole")
    func slices() throws {
        // Slices 1 and 2 of the parameters 0x0001 and 0x0029.
        let first = sealed("7e 0104 200a 013912345678 ffff 0002 0001 00070200000001040000")
        let second = sealed("7e 0104 200b 013912345678 0000 0002 0002 003c00000029040000001e")
        let (_, messages) = FrameExplainer().explain(first + second)
        try #require(messages.count == 1)
        let body = try #require(messages[0].body)
        #expect(body.fields.flatMap(\.leaves).contains { $0.name == "report_interval_s" && $0.value == .number(30) })
        let alone = FrameExplainer().explain(second).messages
        #expect(alone.map(\.body) == [nil])
        #expect(alone.first?.title.hasSuffix("slices 1 are missing") == true)
    }

    @Test("an edition that is named chooses the layout")
    func edition() throws {
        // 0x8300: flags, in 2019 a kind, text.
        let bytes = sealed("7e 8300 0003 013912345678 0001 0c 01 41")
        #expect(explain(bytes).flatMap(\.leaves).contains { $0.name == "text_type" } == false)
        let fields = FrameExplainer(edition: .edition2019).explain(bytes).stream.fields
        #expect(fields.flatMap(\.leaves).contains { $0.name == "text_type" && $0.value == .number(1) })
    }

    private func explain(_ bytes: [UInt8]) -> [ExplainedField] { FrameExplainer().explain(bytes).stream.fields }

    /// Header and body with flags, check code and escapes, built apart from the code under test. The leading flag is for the reader.
    private func sealed(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        let content = stride(from: 2, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        let escaped = (content + [content.reduce(0, ^)]).flatMap { byte -> [UInt8] in
            byte == 0x7D ? [0x7D, 0x01] : byte == 0x7E ? [0x7D, 0x02] : [byte]
        }
        return [0x7E] + escaped + [0x7E]
    }
}
