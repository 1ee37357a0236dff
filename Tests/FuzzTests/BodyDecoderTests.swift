import FuzzTargets
import JTT808
import NIOCore
import Testing

/// The checks find what is wrong: decoders and encoders that do not belong together.
@Suite("BodyDecoder")
struct BodyDecoderTests {
    private static let body: [UInt8] = [0x00, 0x07, 0x02, 0x00, 0x01]

    private func decoder(
        shortest: Int? = nil, fidelity: BodyDecoder.Fidelity = .value,
        encode: @escaping @Sendable (GeneralAnswer, Edition, inout ByteBuffer) -> Void
    ) -> BodyDecoder {
        BodyDecoder(
            0x0001, shortest: shortest, fidelity: fidelity, decode: { body, _ in try GeneralAnswer(body: body) },
            encode: encode)
    }

    @Test("an encoder that loses something is found")
    func lossy() throws {
        let decoder = decoder { value, _, out in
            GeneralAnswer(serial: value.serial, messageID: value.messageID, result: .done).encode(into: &out)
        }
        #expect(throws: Violation.self) { try decoder.check(Self.body, .edition2013) }
        // Nothing is lost of a result that is done.
        try decoder.check(Self.body.dropLast() + [0], .edition2013)
    }

    @Test("an encoder that writes too little is found")
    func short() {
        let decoder = decoder { value, _, out in out.writeInteger(value.serial) }
        #expect(throws: Violation.self) { try decoder.check(Self.body, .edition2013) }
    }

    @Test("an encoder that adds something is found where bytes count, and forgiven where the value does")
    func longer() throws {
        let encode: @Sendable (GeneralAnswer, Edition, inout ByteBuffer) -> Void = { value, _, out in
            value.encode(into: &out)
            out.writeInteger(UInt8(0))
        }
        #expect(throws: Violation.self) {
            try decoder(fidelity: .bytes(nil), encode: encode).check(Self.body, .edition2013)
        }
        try decoder(encode: encode).check(Self.body, .edition2013)
    }

    @Test("a decoder that refuses a body long enough is found")
    func refusing() throws {
        let strict = decoder(shortest: 4) { value, _, out in value.encode(into: &out) }
        #expect(throws: Violation.self) { try strict.check(Self.body.dropLast(), .edition2013) }
        try strict.check(Array(Self.body.prefix(3)), .edition2013)
    }
}
