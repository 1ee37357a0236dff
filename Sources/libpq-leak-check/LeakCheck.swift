import Libpq

/// Calls every function of `Libpq` in a loop, for valgrind to count what was not freed.
///
///     valgrind --leak-check=full .build/debug/libpq-leak-check 'CONNINFO' 20
///
/// "definitely lost" must be 0 whatever the number of rounds is.
@main
struct LeakCheck {
    static func main() {
        let arguments = CommandLine.arguments
        let conninfo = arguments.count > 1 ? arguments[1] : ""
        let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
        for _ in 0..<rounds { oneRound(conninfo) }
        print("\(rounds) rounds")
    }

    static func oneRound(_ conninfo: String) {
        _ = PQConninfo.parse(conninfo)
        _ = PQConninfo.parse("host")
        _ = PQConninfo.defaults()
        let refused = PQConnection(connecting: [("host", "127.0.0.1"), ("port", "1")])
        precondition(refused.status == .bad && !refused.errorMessage.isEmpty)

        var pq = PQConnection(connecting: [("fallback_application_name", "leak check"), ("dbname", conninfo)])
        precondition(pq.status == .ok, pq.errorMessage)
        _ = (pq.db, pq.user, pq.host, pq.port, pq.serverVersion, pq.socket, pq.backendPID, pq.transactionStatus)
        _ = pq.parameterStatus("server_encoding")
        _ = (pq.escapeLiteral("a'b"), pq.escapeIdentifier("a\"b"), pq.escapeIdentifier(""))

        var notices = 0
        pq.setNoticeReceiver { notice in notices += notice.errorField(.messagePrimary) == nil ? 0 : 1 }
        _ = pq.exec("DO $$ BEGIN RAISE NOTICE 'n'; END $$")
        precondition(notices == 1)
        pq.discardNotices()
        _ = pq.exec("DO $$ BEGIN RAISE NOTICE 'n'; END $$")

        read(pq.exec("SELECT 1 AS a, NULL AS b, 'x'::text AS c"))
        read(pq.exec("SELECT nonsense"))
        read(pq.execParams("SELECT $1::text, $2::bytea, $3::int", [.text("a"), .binary([0, 1]), .null]))
        read(pq.execParams("SELECT 1", []))

        _ = pq.exec("CREATE TEMP TABLE leak (a int)")
        for error in [nil, "stopped"] {
            precondition(pq.sendQuery("COPY leak FROM STDIN"))
            precondition(pq.getResult()?.status == .copyIn)
            precondition(pq.putCopyData([0x31, 0x0A].span.bytes) && pq.putCopyEnd(error: error))
            while let result = pq.getResult() { read(consume result) }
        }
        precondition(pq.sendQuery("COPY leak TO STDOUT") && pq.getResult()?.status == .copyOut)
        while pq.getCopyData() != nil {}
        while pq.getResult() != nil {}

        _ = pq.exec("LISTEN leak; NOTIFY leak, 'payload'; NOTIFY leak, 'second'")
        _ = pq.consumeInput()
        var notifications = 0
        while pq.notifies() != nil { notifications += 1 }
        precondition(notifications == 2)
        _ = pq.exec("NOTIFY leak, 'never read'")
        _ = pq.getCancel()?.cancel()
        pq.reset()
        precondition(pq.status == .ok, pq.errorMessage)
    }

    static func read(_ result: consuming PQResult?) {
        guard let result else { return }
        _ = (result.status, result.errorMessage, result.cmdStatus, result.cmdTuples)
        for field in DiagnosticField.allCases { _ = result.errorField(field) }
        for column in 0..<result.nfields {
            _ = (result.fname(column), result.ftype(column))
            for row in 0..<result.ntuples { _ = (result.getvalue(row, column), result.getbytes(row, column)) }
        }
    }
}
