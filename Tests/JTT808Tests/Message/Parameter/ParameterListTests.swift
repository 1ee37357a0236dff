import NIOCore
import Testing

@testable import JTT808

@Suite("ParameterSetting and ParameterReport")
struct ParameterListTests {
    static let two = [Parameter(id: 1, value: [0, 0, 0, 60]), Parameter(id: 0xF001, value: [])]
    static let items = "00000001 04 0000003c 0000f001 00"

    @Test(
        "2011 has a second count",
        arguments: [(Edition.edition2011, "02 02"), (.edition2013, "02"), (.edition2019, "02")])
    func setting(edition: Edition, head: String) throws {
        let setting = ParameterSetting(parameters: Self.two)
        let wire = bytes(head + Self.items)
        #expect(hex(encoded { setting.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try ParameterSetting(body: wire.span.bytes, edition: edition) == setting)
    }

    /// A body of 2011 under the short header, which cannot say so.
    @Test("a report of 2011 is known by its fit, and its total is kept")
    func report2011() throws {
        let wire = bytes("0104 05 02" + Self.items)
        for edition in Edition.allCases {
            let report = try ParameterReport(body: wire.span.bytes, edition: edition)
            #expect(report == ParameterReport(serial: 0x0104, parameters: Self.two, total2011: 5))
            #expect(hex(encoded(report.encode)) == hex(wire))
        }
    }

    @Test("a report of 2013 is read under any edition", arguments: Edition.allCases)
    func report2013(edition: Edition) throws {
        let report = try ParameterReport(body: bytes("0104 02" + Self.items).span.bytes, edition: edition)
        #expect(report == ParameterReport(serial: 0x0104, parameters: Self.two))
    }

    @Test(
        "items that do not fill the body are refused",
        arguments: [
            "", "02", "01 00000001 04 000000", "02 00000001 04 0000003c", "01 00000001 04 0000003c 00", "00 00 00",
        ])
    func misfit(wire: String) {
        #expect(throws: BodyError.length) {
            try ParameterSetting(body: bytes(wire).span.bytes, edition: .edition2013)
        }
    }

    @Test("no parameters are a list too")
    func none() throws {
        #expect(try ParameterSetting(body: bytes("00").span.bytes, edition: .edition2013).parameters == [])
    }

    @Test("an id may come twice, in order")
    func twice() throws {
        let setting = try ParameterSetting(
            body: bytes("02 00000040 01 31 00000040 01 32").span.bytes, edition: .edition2013)
        #expect(setting.parameters.map(\.value) == [[0x31], [0x32]])
    }

    @Test("more than 255 parameters and values of more than 255 bytes are cut")
    func cut() throws {
        let long = Parameter(id: 0x13, value: [UInt8](repeating: 0x41, count: 300))
        let setting = ParameterSetting(parameters: [Parameter](repeating: long, count: 300))
        let body = encoded { setting.encode(into: &$0, edition: .edition2019) }
        let span = body.readableBytesSpan
        let again = try ParameterSetting(body: span, edition: .edition2019)
        #expect(again.parameters.count == 255)
        #expect(again.parameters.allSatisfy { $0.value.count == 255 })
    }
}
