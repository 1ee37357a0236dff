import Testing

@testable import Registry

@Suite("Windows and weekdays of a rule, as text")
struct WindowsTextTests {
    @Test(
        "windows come out with two digits and one space, whatever parts them",
        arguments: [
            ("04:00-07:00", "04:00-07:00"), ("4:00-7:30,19:00-22:00", "04:00-07:30 19:00-22:00"),
            ("04:00-07:00；09:00-16:00", "04:00-07:00 09:00-16:00"), ("00:00-24:00", "00:00-24:00"),
            ("22:00-0:00", "22:00-24:00"), ("09:00-11:00  22:00-02:00", "09:00-11:00 22:00-02:00"),
            ("22:00-04:00", "22:00-04:00"), ("04:00-07:00 07:00-08:00", "04:00-07:00 07:00-08:00"),
        ])
    func accepted(text: String, canonical: String) throws {
        #expect(try TextFormReader.canonical(text, as: .windows) == canonical)
        #expect(try TextFormReader.canonical(canonical, as: .windows) == canonical)
    }

    @Test(
        "windows that overlap, are empty or out of order are refused",
        arguments: [
            "04:00", "04:00-04:00", "07:00-04:00 05:00-06:00", "04:00-07:00 06:00-09:00", "09:00-10:00 04:00-05:00",
            "22:00-05:00 23:00-23:30", "04:00-25:00", "04:60-05:00", "24:00-02:00", "04:0-05:00", "a-b", "-", ",",
            "04:00-07:00 22:00-05:00",
        ])
    func refused(text: String) {
        #expect(throws: FieldRefusal.self) { try TextFormReader.canonical(text, as: .windows) }
    }

    @Test("weekdays come out in order; others than 1 to 7, and two of one, are refused")
    func weekdays() throws {
        #expect(try TextFormReader.canonical("531", as: .weekdays) == "135")
        #expect(try TextFormReader.canonical("1234567", as: .weekdays) == "1234567")
        for text in ["0", "8", "11", "1,3", "mon"] {
            #expect(throws: FieldRefusal.self) { try TextFormReader.canonical(text, as: .weekdays) }
        }
    }
}
