import Testing

@testable import Libpq

@Suite("DiagnosticField")
struct DiagnosticFieldTests {
    @Test("codes are those of postgres_ext.h and no two are the same")
    func codes() {
        let letters = DiagnosticField.allCases.map { String(UnicodeScalar(UInt8($0.code))) }.joined()
        #expect(letters == "SVCMDHPpqWstcdnFLR")
        #expect(Set(letters).count == 18)
    }
}
