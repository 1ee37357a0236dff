import NIOCore
import Testing

@testable import JTT808

@Suite("TerminalAttributes")
struct TerminalAttributesTests {
    /// Type 5, maker ABC, model M1, id 7, ICCID with a nibble above 9, versions H1 and F22, all satellites, LTE.
    private func attributes(_ layout: TerminalAttributes.Layout) -> TerminalAttributes {
        TerminalAttributes(
            layout: layout, typeBits: 5, manufacturerID: "ABC", model: "M1", deviceID: "7",
            iccid: bytes("89860324947560032a0f"), hardwareVersion: "H1", firmwareVersion: "F22", gnssBits: 0x0F,
            radioBits: 0x20)
    }

    private func wire(maker: Int, model: Int, device: Int) -> String {
        let padding = { (count: Int) in String(repeating: "00", count: count) }
        return "0005" + "414243" + padding(maker - 3) + "4d31" + padding(model - 2) + "37" + padding(device - 1)
            + "89860324947560032a0f" + "024831" + "03463232" + "0f20"
    }

    @Test(
        "the widths that fill the body exactly are taken, whatever the header says",
        arguments: [
            (TerminalAttributes.Layout.edition2013, 5, 20, 7), (.edition2019, 5, 30, 30),
            (.edition2019Wide, 11, 30, 30),
        ], Edition.allCases)
    func layouts(widths: (TerminalAttributes.Layout, Int, Int, Int), edition: Edition) throws {
        let (layout, maker, model, device) = widths
        let body = bytes(wire(maker: maker, model: model, device: device))
        let found = try TerminalAttributes(body: body.span.bytes, edition: edition)
        #expect(found == attributes(layout))
        #expect(hex(encoded(found.encode)) == hex(body))
    }

    @Test("a body that no layout fills is refused", arguments: [-1, 1])
    func other(difference: Int) {
        var body = bytes(wire(maker: 5, model: 20, device: 7))
        if difference < 0 { body.removeLast() } else { body.append(0) }
        #expect(throws: BodyError.length) { try TerminalAttributes(body: body.span.bytes, edition: .edition2013) }
    }

    @Test("an ICCID that is too short is padded, one that is too long is cut", arguments: [0, 9, 11])
    func iccid(count: Int) throws {
        var some = attributes(.edition2013)
        some.iccid = [UInt8](repeating: 0x11, count: count)
        let body = encoded(some.encode)
        let span = body.readableBytesSpan
        let found = try TerminalAttributes(body: span, edition: .edition2013)
        #expect(found.iccid == (some.iccid + [UInt8](repeating: 0, count: 10)).prefix(10).map { $0 })
    }
}
