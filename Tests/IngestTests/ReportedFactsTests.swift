import JTT808
import Registry
import Testing

@testable import Ingest

@Suite("ReportedFacts of JT/T 808")
struct ReportedFactsTests {
    private func registration(_ layout: Registration.Layout, model: WireText = "BSJ-A6", plate: WireText = "A12345")
        -> Registration
    {
        Registration(
            layout: layout, province: 44, city: 303, manufacturerID: "70111", model: model, deviceID: "0567872",
            plateColor: 2,
            plate: plate)
    }

    @Test("a registration fills the facts")
    func registration() throws {
        let plate = "粤B88888"
        let facts = ReportedFacts(
            registration(.edition2013, plate: try #require(WireText(encoding: plate))), form: .short)
        #expect(facts.protocolVersion == "2013")
        #expect(facts.manufacturerID == "70111")
        #expect(facts.model == "BSJ-A6")
        #expect(facts.deviceID == "0567872")
        #expect(facts.plateNumber == plate)
        #expect(facts.plateColor == 2)
        #expect(facts.province == 44)
        #expect(facts.city == 303)
        #expect(facts.imei == nil)
        #expect(facts.softwareVersion == nil)
    }

    @Test(
        "the edition goes by the header, then by the body",
        arguments: [
            (TerminalAddress.Form.short, Registration.Layout.edition2011, "2011"), (.short, .edition2013, "2013"),
            (.long, .edition2019, "2019"), (.long, .edition2013, "2019"),
        ])
    func edition(form: TerminalAddress.Form, layout: Registration.Layout, version: String) {
        #expect(ReportedFacts(registration(layout), form: form).protocolVersion == version)
    }

    @Test("an empty text was not said")
    func empty() {
        let facts = ReportedFacts(registration(.edition2013, model: WireText(padded: [0, 0]), plate: ""), form: .short)
        #expect(facts.model == nil)
        #expect(facts.plateNumber == nil)
    }

    @Test("a text that is not GB 18030 is kept as hex")
    func notText() {
        let facts = ReportedFacts(
            registration(.edition2013, model: WireText(padded: [0x41, 0xFF, 0x0F])), form: .short)
        #expect(facts.model == "hex 41ff0f")
    }

    @Test("a NUL inside a text does not reach the database, which takes none")
    func innerNUL() {
        let facts = ReportedFacts(
            registration(.edition2013, model: WireText(padded: [0x41, 0x00, 0x42])), form: .short)
        #expect(facts.model == "AB")
    }

    @Test("an authentication says IMEI and software version")
    func authentication() {
        let facts = ReportedFacts(Authentication.Device(imei: "123456789012345", softwareVersion: "3.7.15"))
        #expect(facts.imei == "123456789012345")
        #expect(facts.softwareVersion == "3.7.15")
        #expect(facts.model == nil)
        #expect(facts.protocolVersion == nil)
    }
}
