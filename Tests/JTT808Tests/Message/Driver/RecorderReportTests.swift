import Testing

@testable import JTT808

@Suite("RecorderReport")
struct RecorderReportTests {
    @Test("2011 has lengths and no serial")
    func edition2011() throws {
        let wire = bytes("05 0100 0003 557a05")
        let report = try RecorderReport(body: wire.span.bytes, edition: .edition2011)
        #expect(report == RecorderReport(serial: nil, command: 5, totalLength: 256, data: [0x55, 0x7A, 5]))
        #expect(hex(encoded { report.encode(into: &$0, edition: .edition2011) }) == hex(wire))
        #expect(throws: BodyError.length) {
            try RecorderReport(body: bytes("05 0100 0004 557a05").span.bytes, edition: .edition2011)
        }
    }

    @Test("later ones have a serial and the rest", arguments: [Edition.edition2013, .edition2019])
    func later(edition: Edition) throws {
        let report = try RecorderReport(body: bytes("0102 05 557a").span.bytes, edition: edition)
        #expect(report == RecorderReport(serial: 0x0102, command: 5, data: [0x55, 0x7A]))
    }
}
