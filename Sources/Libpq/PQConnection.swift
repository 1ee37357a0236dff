internal import CLibpq

/// Owns one `PGconn *`; `PQfinish` runs exactly once, when the value dies.
///
/// Methods follow the manual's order and add nothing to what the C function does. All block, and
/// none may run while another one runs on the same connection.
@safe package struct PQConnection: ~Copyable {
    private let pointer: OpaquePointer
    /// libpq keeps a bare pointer to it: it must live as long as the connection.
    private var noticeReceiver: NoticeReceiver?

    /// `PQconnectdbParams` with `expand_dbname`; look at ``status`` afterwards.
    ///
    /// Later pairs override earlier ones; a `dbname` that is itself a connection string overrides
    /// what stands before it.
    package init(connecting parameters: [(keyword: String, value: String)]) {
        let keywords = CStringArray(parameters.map { $0.keyword })
        let values = CStringArray(parameters.map { $0.value })
        let made = unsafe keywords.withPointers { keywords in
            unsafe values.withPointers { values in
                unsafe PQconnectdbParams(keywords, values, 1)
            }
        }
        // libpq returns NULL only when it cannot allocate the struct: nothing useful is left to do then.
        guard let made = unsafe made else { fatalError("PQconnectdbParams: out of memory") }
        unsafe pointer = unsafe made
    }

    deinit {
        unsafe PQfinish(pointer)
    }

    // MARK: Connection control

    /// `PQreset`: closes and connects again with the same parameters.
    package func reset() {
        unsafe PQreset(pointer)
    }

    // MARK: Connection status

    /// `PQdb`
    package var db: String { unsafe string(PQdb(pointer)) ?? "" }

    /// `PQuser`
    package var user: String { unsafe string(PQuser(pointer)) ?? "" }

    /// `PQhost`: a name, an address, or the directory of a Unix socket.
    package var host: String { unsafe string(PQhost(pointer)) ?? "" }

    /// `PQport`
    package var port: String { unsafe string(PQport(pointer)) ?? "" }

    /// `PQstatus`
    package var status: ConnectionStatus { ConnectionStatus(unsafe PQstatus(pointer)) }

    /// `PQtransactionStatus`
    package var transactionStatus: TransactionStatus {
        TransactionStatus(unsafe PQtransactionStatus(pointer))
    }

    /// `PQparameterStatus`, such as `server_encoding`; nil when the server reports no such parameter.
    package func parameterStatus(_ name: String) -> String? {
        unsafe string(PQparameterStatus(pointer, name))
    }

    /// `PQserverVersion`, such as 150004 for 15.4; 0 when the connection is bad.
    package var serverVersion: Int { Int(unsafe PQserverVersion(pointer)) }

    /// `PQerrorMessage`: of the last operation, one or more lines.
    package var errorMessage: String { unsafe string(PQerrorMessage(pointer)) ?? "" }

    /// `PQsocket`: the descriptor, for `poll` only; -1 when the connection is bad.
    package var socket: Int32 { unsafe PQsocket(pointer) }

    /// `PQbackendPID`; 0 when the connection is bad.
    package var backendPID: Int32 { unsafe PQbackendPID(pointer) }

    // MARK: Command execution

    /// `PQexec`: one or more statements, the simple query protocol. The last result, or the first COPY.
    /// - Returns: nil when libpq has no memory or the command could not be sent.
    package func exec(_ sql: String) -> PQResult? {
        guard let result = unsafe PQexec(pointer, sql) else { return nil }
        return unsafe PQResult(owning: result)
    }

    /// `PQexecParams`: one statement with values for `$1`, `$2`, ...; results come as text.
    /// - Parameter types: type OIDs by position; 0, or none at all, lets the server infer the type.
    /// - Returns: nil when libpq has no memory or the command could not be sent.
    package func execParams(_ sql: String, _ parameters: [PQParameter], types: [UInt32] = []) -> PQResult? {
        let packed = ParameterArrays(parameters, types: types)
        let made = unsafe packed.withPointers { types, values, lengths, formats in
            unsafe PQexecParams(pointer, sql, Int32(parameters.count), types, values, lengths, formats, 0)
        }
        guard let result = unsafe made else { return nil }
        return unsafe PQResult(owning: result)
    }

    /// `PQescapeLiteral`, quotes included; nil when the text is no valid string in the client encoding.
    package func escapeLiteral(_ text: String) -> String? {
        let escaped = unsafe PQescapeLiteral(pointer, text, text.utf8.count)
        defer { unsafe PQfreemem(escaped) }
        return unsafe string(escaped)
    }

    /// `PQescapeIdentifier`, double quotes included; nil when the text is no valid string in the client encoding.
    package func escapeIdentifier(_ text: String) -> String? {
        let escaped = unsafe PQescapeIdentifier(pointer, text, text.utf8.count)
        defer { unsafe PQfreemem(escaped) }
        return unsafe string(escaped)
    }

    // MARK: Asynchronous command processing

    /// `PQsendQuery`: sends one or more statements; read every result with ``getResult()``.
    /// - Returns: false when they were not sent; ``errorMessage`` says why.
    package func sendQuery(_ sql: String) -> Bool {
        unsafe PQsendQuery(pointer, sql) == 1
    }

    /// `PQgetResult`: waits for the next result; nil when the command is finished.
    ///
    /// During a COPY it returns the same COPY state again and again until the COPY is ended.
    package func getResult() -> PQResult? {
        guard let result = unsafe PQgetResult(pointer) else { return nil }
        return unsafe PQResult(owning: result)
    }

    /// `PQconsumeInput`: reads what the socket has, without waiting.
    /// - Returns: false when the connection is in trouble.
    package func consumeInput() -> Bool {
        unsafe PQconsumeInput(pointer) == 1
    }

    /// `PQgetCancel`; nil when the connection is bad.
    package func getCancel() -> PQCancel? {
        guard let cancel = unsafe PQgetCancel(pointer) else { return nil }
        return unsafe PQCancel(owning: cancel)
    }

    // MARK: Asynchronous notification

    /// `PQnotifies`: the oldest notification already read from the socket.
    package func notifies() -> PQNotification? {
        guard let notification = unsafe PQnotifies(pointer) else { return nil }
        return unsafe PQNotification(consuming: notification)
    }

    // MARK: COPY

    /// `PQputCopyData`: queues bytes, cut anywhere. At most `Int32.max` bytes at once.
    /// - Returns: false when the connection is in trouble or no COPY runs.
    package func putCopyData(_ bytes: RawSpan) -> Bool {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe PQputCopyData(
                pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) == 1
        }
    }

    /// `PQputCopyEnd`: ends the COPY well, or, with a message, makes the server fail it.
    /// - Returns: false when the connection is in trouble or no COPY runs.
    package func putCopyEnd(error: String? = nil) -> Bool {
        unsafe PQputCopyEnd(pointer, error) == 1
    }

    /// `PQgetCopyData`: the next row of a COPY to the client; nil when there is no more, or it failed
    /// (``getResult()`` tells which).
    package func getCopyData() -> [UInt8]? {
        var buffer: UnsafeMutablePointer<CChar>?
        let count = unsafe PQgetCopyData(pointer, &buffer, 0)
        defer { unsafe PQfreemem(buffer) }
        guard count > 0, let buffer = unsafe buffer else { return nil }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count)))
    }

    // MARK: Notice processing

    /// `PQsetNoticeReceiver`: gives every notice to `receive` instead of stderr.
    ///
    /// `receive` runs inside another call on this connection and must not use the connection.
    package mutating func setNoticeReceiver(_ receive: @escaping (borrowing PQNotice) -> Void) {
        let receiver = NoticeReceiver(receive)
        unsafe PQsetNoticeReceiver(pointer, NoticeReceiver.callback, Unmanaged.passUnretained(receiver).toOpaque())
        noticeReceiver = receiver
    }

    /// `PQsetNoticeReceiver`: throws every notice away.
    package mutating func discardNotices() {
        unsafe PQsetNoticeReceiver(pointer, { _, _ in }, nil)
        noticeReceiver = nil
    }
}
