import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("Authentication")
struct AuthenticationTests {
    static let vectors = Vector.frames("0x0102").filter { $0.expect["auth_code"] != nil }

    private static func form(of vector: Vector) -> TerminalAddress.Form {
        vector.expect["version"] as? String == "2019" ? .long : .short
    }

    @Test("an authentication has the facts of its vector", arguments: vectors)
    func facts(_ vector: Vector) throws {
        let authentication = Authentication(body: vector.body.span.bytes, form: Self.form(of: vector))
        #expect(authentication.code.string == vector.expect["auth_code"] as? String)
        #expect(authentication.device?.imei.string == vector.expect["imei"] as? String)
        #expect(authentication.device?.softwareVersion.string == vector.expect["software_version"] as? String)
    }

    @Test("decoded and encoded again it is the same bytes", arguments: vectors)
    func roundTrip(_ vector: Vector) throws {
        let authentication = Authentication(body: vector.body.span.bytes, form: Self.form(of: vector))
        #expect(hex(encoded(authentication.encode)) == hex(vector.body))
    }

    @Test(
        "up to 2013 the whole body is the code, in 2011 with a NUL behind",
        arguments: [
            ("31323334", "1234"), ("3132333400", "1234"), ("", ""), ("00", ""), ("04", "\u{4}"),
        ])
    func short(body: String, code: String) {
        let authentication = Authentication(body: bytes(body).span.bytes, form: .short)
        #expect(authentication.code.string == code)
        #expect(authentication.device == nil)
    }

    @Test("a short header never has the 2019 fields, even if the length would fit")
    func shortStaysShort() {
        let body = [4] + [UInt8](repeating: 0x41, count: 39)
        let authentication = Authentication(body: body.span.bytes, form: .short)
        #expect(authentication.device == nil)
        #expect(authentication.code.bytes == body)
    }

    @Test(
        "a long header without room for an IMEI carries the plain code",
        arguments: [
            "3132333435363738", "04 31323334", "09 313233343536373839 313233343536373839303132333", "ff", "",
        ])
    func longWithPlainCode(body: String) {
        let sent = bytes(body)
        let authentication = Authentication(body: sent.span.bytes, form: .long)
        #expect(authentication.device == nil)
        #expect(authentication.code == WireText(padded: sent))
    }

    @Test("the 2019 layout: length, code, 15 bytes of IMEI, the version")
    func edition2019() throws {
        let body = bytes(
            "03 414243 313233343536373839303132333435 56312e32" + String(repeating: "00", count: 16))
        let authentication = Authentication(body: body.span.bytes, form: .long)
        #expect(authentication.code.string == "ABC")
        #expect(authentication.device == .init(imei: "123456789012345", softwareVersion: "V1.2"))
        #expect(hex(encoded(authentication.encode)) == hex(body))
    }

    @Test("an empty code of 2019 is empty")
    func emptyCode() {
        let body = [0] + [UInt8](repeating: 0x39, count: 15) + [UInt8](repeating: 0, count: 20)
        let authentication = Authentication(body: body.span.bytes, form: .long)
        #expect(authentication.code.bytes.isEmpty)
        #expect(authentication.device?.imei.string == "999999999999999")
        #expect(authentication.device?.softwareVersion.string == "")
    }
}
