import FleetSimulation
import JTT808
import NIOCore
import Testing

@Suite("AnswerReader")
struct AnswerReaderTests {
    @Test("answers are the same wherever the stream is cut")
    func cuts() throws {
        let identity = try #require(VehicleIdentity(index: 0, firstNumber: 13_900_000_001, edition: .mixed))
        let general = GeneralAnswer(serial: 9, messageID: .locationReport, result: .done)
        let registration = RegistrationAnswer(serial: 0, result: .done, authenticationCode: "abc")
        var stream = ByteBuffer()
        stream.writeFrame(.registrationAnswer, from: identity.address, serial: 0) { registration.encode(into: &$0) }
        stream.writeFrame(.platformAnswer, from: identity.address, serial: 1) { general.encode(into: &$0) }
        stream.writeFrame(.serverTime, from: identity.address, serial: 2)
        for cut in 0...stream.readableBytes {
            var reader = AnswerReader()
            var seen: [String] = []
            for part in [
                stream.getSlice(at: 0, length: cut), stream.getSlice(at: cut, length: stream.readableBytes - cut),
            ] {
                reader.append(try #require(part))
                while let answer = reader.next() {
                    switch answer {
                    case .registration(let answer): seen.append(answer == registration ? "registration" : "?")
                    case .general(let answer): seen.append(answer == general ? "general" : "?")
                    case .other: seen.append("other")
                    }
                }
            }
            #expect(seen == ["registration", "general", "other"], "cut at \(cut)")
        }
    }
}
