import JTT808
import NIOCore
import Testing

@testable import Downlink

@Suite("CommandAnswer")
struct CommandAnswerTests {
    private func answer(_ id: MessageID, _ body: ByteBuffer, _ result: GeneralAnswer.Result? = nil) -> CommandAnswer {
        let span = body.readableBytesSpan
        return CommandAnswer(id, body: span, result: result, edition: .edition2013)
    }

    @Test(
        "a generic answer is said in words",
        arguments: [
            (0, true, "done"), (1, false, "failed"), (2, false, "message is wrong"), (3, false, "not support"),
            (9, false, "result 9"),
        ] as [(UInt8, Bool, String)])
    func generic(result: UInt8, isDone: Bool, words: String) {
        let answer = answer(.terminalAnswer, ByteBuffer(), .init(rawValue: result))
        #expect(answer.isDone == isDone)
        #expect(answer.words.contains(words))
        #expect(answer.facts == "{\"result\":\(result)}")
    }

    @Test("a position has degrees, km/h and the time with its offset")
    func position() throws {
        // 2026-08-17 08:00:00 on the wall.
        let time = try #require(TerminalTime(wallClockSeconds: 1_786_953_600))
        var body = ByteBuffer()
        LocationAnswer(
            serial: 1,
            report: LocationReport(
                position: Position(
                    statusBits: 0b0110, latitudeE6: 40_220_000, longitudeE6: 116_230_000, altitudeM: 50, speedDkmh: 305,
                    courseDeg: 90, time: time))
        ).encode(into: &body)
        let facts = answer(.locationAnswer, body).facts
        #expect(facts.contains(#""recorded_at":"2026-08-17T08:00:00+08:00""#))
        #expect(facts.contains(#""lat":-40.22,"lon":116.23,"#))
        #expect(facts.contains(#""speed_kmh":30.5"#))
        #expect(facts.contains(#""is_fixed":true"#))
    }

    @Test("parameters have id, name where the standard has one, and the value as it is set")
    func parameters() {
        var body = ByteBuffer()
        ParameterReport(
            serial: 1, parameters: [Parameter(id: 0x0029, value: [0, 0, 0, 30]), Parameter(id: 0xF001, value: [1])]
        ).encode(into: &body)
        let answer = answer(.parameterReport, body)
        #expect(
            answer.facts
                == #"{"parameters":[{"id":"0x0029","name":"report_interval_s","value":"30"},{"id":"0xf001","value":"hex:01"}]}"#
        )
        #expect(answer.words == "answered: 2 parameters")
    }

    @Test("attributes are said; a NUL inside a text does not spoil the JSON for PostgreSQL")
    func attributes() {
        var body = ByteBuffer()
        TerminalAttributes(
            layout: .edition2013, typeBits: 1, manufacturerID: "QYTST", model: WireText(padded: [0x41, 0, 0x42]),
            deviceID: "0000001", iccid: Array(repeating: 0x89, count: 10), hardwareVersion: "1.0",
            firmwareVersion: "2.0",
            gnssBits: 3, radioBits: 1
        ).encode(into: &body)
        let facts = answer(.terminalAttributes, body).facts
        #expect(facts.contains(#""manufacturer_id":"QYTST""#))
        #expect(facts.contains("\"model\":\"A\u{FFFD}B\""))
        #expect(facts.contains(#""iccid":"89898989898989898989""#))
    }

    @Test("an answer that cannot be read is an answer all the same")
    func unreadable() {
        let answer = answer(.locationAnswer, ByteBuffer(bytes: [0, 1, 2]))
        #expect(answer.isDone)
        #expect(answer.words.contains("cannot be read"))
    }
}
