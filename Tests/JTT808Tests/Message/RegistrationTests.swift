import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("Registration")
struct RegistrationTests {
    static let vectors = Vector.frames("0x0100").filter { $0.expect["registration"] != nil }

    private static func form(of vector: Vector) -> TerminalAddress.Form {
        vector.expect["version"] as? String == "2019" ? .long : .short
    }

    @Test("a registration has the facts of its vector", arguments: vectors)
    func facts(_ vector: Vector) throws {
        let registration = try Registration(body: vector.body.span.bytes, form: Self.form(of: vector))
        let facts = try #require(vector.expect["registration"] as? [String: Any])
        #expect(registration.layout.rawValue == facts["layout"] as? String)
        #expect(Int(registration.province) == facts["province"] as? Int)
        #expect(Int(registration.city) == facts["city"] as? Int)
        #expect(registration.manufacturerID.string == facts["maker_id"] as? String)
        #expect(registration.model.string == facts["model"] as? String)
        #expect(registration.deviceID.string == facts["terminal_id"] as? String)
        #expect(Int(registration.plateColor) == facts["plate_color"] as? Int)
        #expect(registration.plate.string == facts["plate"] as? String)
    }

    /// In tr-0100-02 the plate is 16 NULs, which are padding: encoding gives no plate.
    @Test("decoded and encoded again it is the same bytes", arguments: vectors.filter { $0.id != "tr-0100-02" })
    func roundTrip(_ vector: Vector) throws {
        let registration = try Registration(body: vector.body.span.bytes, form: Self.form(of: vector))
        #expect(hex(encoded(registration.encode)) == hex(vector.body))
    }

    @Test("decoded, encoded and decoded again it is the same registration", arguments: vectors)
    func stable(_ vector: Vector) throws {
        let form = Self.form(of: vector)
        let registration = try Registration(body: vector.body.span.bytes, form: form)
        #expect(try Registration(body: encoded(registration.encode).readableBytesSpan, form: form) == registration)
    }

    /// The fixed parts are 25, 37 and 76 bytes; 2019 goes by the long header.
    @Test(
        "the edition is told by length and header",
        arguments: [
            (25, TerminalAddress.Form.short, Registration.Layout.edition2011), (33, .short, .edition2011),
            (36, .short, .edition2011),
            (37, .short, .edition2013), (45, .short, .edition2013), (76, .short, .edition2013),
            (200, .short, .edition2013),
            (76, .long, .edition2019), (84, .long, .edition2019), (75, .long, .edition2013), (45, .long, .edition2013),
        ])
    func layout(count: Int, form: TerminalAddress.Form, layout: Registration.Layout) throws {
        let body = [UInt8](repeating: 0x41, count: count)
        #expect(try Registration(body: body.span.bytes, form: form).layout == layout)
    }

    @Test("fewer than 25 bytes are no registration", arguments: 0..<25, [TerminalAddress.Form.short, .long])
    func tooShort(count: Int, form: TerminalAddress.Form) {
        let body = [UInt8](repeating: 0x41, count: count)
        #expect(throws: BodyError.length) { try Registration(body: body.span.bytes, form: form) }
    }

    @Test("a 2011 body has a model of 8 bytes, spaces as padding and a NUL behind the plate")
    func edition2011() throws {
        // Province 11, city 0108; "70111", "BSJ-A6  ", "0567872", blue, 京A12345.
        let body = bytes("000b 006c 3730313131 42534a2d41362020 30353637383732 01 bea9413132333435 00")
        let registration = try Registration(body: body.span.bytes, form: .short)
        #expect(registration.layout == .edition2011)
        #expect(registration.province == 11)
        #expect(registration.city == 108)
        #expect(registration.manufacturerID.string == "70111")
        #expect(registration.model.string == "BSJ-A6")
        #expect(registration.deviceID.string == "0567872")
        #expect(registration.plateColor == 1)
        #expect(registration.plate.string == "京A12345")
        // Encoding pads with NUL where the device used spaces.
        #expect(hex(encoded(registration.encode)) == hex(body).replacing("2020", with: "0000"))
    }

    @Test("a 2019 model padded in front is read too")
    func paddedInFront() throws {
        let body = bytes(
            "0000 0000" + String(repeating: "00", count: 11) + String(repeating: "00", count: 25) + "4d44333030"
                + String(repeating: "00", count: 30) + "02" + "d4c1423838383838")
        let registration = try Registration(body: body.span.bytes, form: .long)
        #expect(registration.layout == .edition2019)
        #expect(registration.model.string == "MD300")
        #expect(registration.deviceID.string == "")
        #expect(registration.plate.string == "粤B88888")
    }

    @Test("fields that are too long are cut to their width", arguments: Registration.Layout.allCases)
    func cut(layout: Registration.Layout) throws {
        let long = WireText(padded: [UInt8](repeating: 0x58, count: 60))
        let registration = Registration(
            layout: layout, manufacturerID: long, model: long, deviceID: long, plateColor: 2, plate: "A12345")
        let body = encoded(registration.encode)
        let fixed = [Registration.Layout.edition2011: 25, .edition2013: 37, .edition2019: 76]
        let fixedLength = try #require(fixed[layout])
        #expect(body.readableBytes == fixedLength + (layout == .edition2011 ? 7 : 6))
        let again = try Registration(body: body.readableBytesSpan, form: layout == .edition2019 ? .long : .short)
        #expect(again.layout == layout)
        #expect(again.plateColor == 2)
        #expect(again.plate.string == "A12345")
    }
}
