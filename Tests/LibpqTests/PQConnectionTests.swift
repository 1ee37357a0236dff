import Libpq
import Testing

@Suite("PQConnection without a server")
struct PQConnectionTests {
    @Test("a connection that fails is bad, says why, and answers every question")
    func refused() {
        // A directory without a socket: no network, no DNS.
        let pq = PQConnection(connecting: [("host", "/nonexistent"), ("dbname", "x"), ("user", "u"), ("port", "1")])
        #expect(pq.status == .bad)
        #expect(pq.errorMessage.contains("/nonexistent"))
        #expect(pq.transactionStatus == .unknown)
        #expect(pq.socket == -1)
        #expect(pq.serverVersion == 0)
        // Worked out first: the macro copies what it looks at, and a connection cannot be copied.
        let parameter = pq.parameterStatus("server_encoding")
        #expect(parameter == nil)
        let hasCancel = pq.getCancel() != nil
        #expect(!hasCancel)
        let succeeded = [pq.sendQuery("SELECT 1"), pq.consumeInput(), pq.putCopyEnd()]
        #expect(succeeded == [false, false, false])
    }

    @Test("later parameters override earlier ones, and dbname may be a whole connection string")
    func expansion() {
        let pq = PQConnection(connecting: [
            ("port", "1"), ("user", "early"), ("dbname", "host=/nonexistent port=2 user=late dbname=d"),
        ])
        #expect(pq.port == "2")
        #expect(pq.user == "late")
        #expect(pq.db == "d")
    }
}
