import Libpq
import Testing

@Suite("PQConninfo")
struct PQConninfoTests {
    @Test("a URI and keywords give the same options")
    func twoForms() {
        let uri = PQConninfo.parse("postgresql://anna@db.example:5433/waste?connect_timeout=3")
        let keywords = PQConninfo.parse("host=db.example port=5433 user=anna dbname=waste connect_timeout=3")
        #expect(uri == keywords)
        guard case .options(let options) = uri else { return }
        #expect(options["host"] == "db.example")
        #expect(options["connect_timeout"] == "3")
    }

    @Test("the empty string is valid and sets nothing of its own")
    func empty() {
        guard case .options(let options) = PQConninfo.parse("") else {
            Issue.record("refused")
            return
        }
        #expect(options["host"] == nil)
    }

    @Test("libpq says what is wrong", arguments: ["host", "nonsense=1", "postgresql://[::1", "host='open"])
    func invalid(conninfo: String) {
        guard case .invalid(let reason) = PQConninfo.parse(conninfo) else {
            Issue.record("accepted")
            return
        }
        #expect(!reason.isEmpty)
    }
}
