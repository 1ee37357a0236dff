import Testing

@testable import Registry

@Suite("ReportedFacts")
struct ReportedFactsTests {
    private var whole: ReportedFacts {
        var facts = ReportedFacts()
        facts.protocolVersion = "2013"
        facts.manufacturerID = "70111"
        facts.model = "BSJ-A6-BD"
        facts.deviceID = "0567872"
        facts.plateNumber = "粤B88888"
        facts.plateColor = 1
        facts.province = 44
        facts.city = 303
        facts.imei = "866496077582164"
        facts.softwareVersion = "3.7.15"
        return facts
    }

    @Test("what is not said now is taken from what was said before")
    func nothingNew() {
        #expect(ReportedFacts().completed(by: whole) == whole)
    }

    @Test("what is said now stays")
    func allNew() {
        var older = ReportedFacts()
        older.protocolVersion = "2011"
        older.manufacturerID = "x"
        older.model = "x"
        older.deviceID = "x"
        older.plateNumber = "x"
        older.plateColor = 9
        older.province = 9
        older.city = 9
        older.imei = "x"
        older.softwareVersion = "x"
        #expect(whole.completed(by: older) == whole)
        #expect(whole.completed(by: ReportedFacts()) == whole)
    }

    @Test("a registration and an authentication add up")
    func mixed() {
        var registration = whole
        registration.imei = nil
        registration.softwareVersion = nil
        var authentication = ReportedFacts()
        authentication.imei = whole.imei
        authentication.softwareVersion = whole.softwareVersion
        #expect(authentication.completed(by: registration) == whole)
        #expect(registration.completed(by: authentication) == whole)
    }
}
