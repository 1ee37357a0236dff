internal import Libpq
package import Logging

/// One connection to PostgreSQL, used synchronously by one executor; every call blocks its thread.
///
/// Not `Sendable`: a session stays where it was made. Services use it through ``PostgresConnection``.
/// After an error of the server the session is ready for the next statement (inside a transaction:
/// for `ROLLBACK`). After ``PostgresError/connectionLost(message:)`` it is closed, and ``connect()``
/// opens it anew.
package final class PostgresSession {
    package let configuration: PostgresConfiguration
    /// Where in its SQL text the last server error happened.
    package private(set) var lastErrorPlace: StatementPlace?

    private let logger: Logger
    private var pq: PQConnection?
    /// Knows the socket of the open connection.
    let socketGuard = SocketGuard()
    /// Set while ``PostgresConnection`` lets somebody have the session for a limited time.
    var limitAlarm: LimitAlarm?
    var savepointDepth = 0

    package init(configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// A place in a string of one or more statements, as far as the server tells.
    package struct StatementPlace: Sendable, Equatable {
        /// 1-based number of the statement in the string.
        package let statement: Int
        /// 1-based, in Unicode scalars, from the start of the whole string; the server gives it for
        /// errors that it ties to a word: syntax, unknown names, types.
        package let position: Int?

        package init(statement: Int, position: Int?) {
            self.statement = statement
            self.position = position
        }

        /// 1-based line of ``position`` in `sql`; nil without a position.
        package func line(in sql: String) -> Int? {
            position.map { position in 1 + sql.unicodeScalars.prefix(position - 1).count { $0 == "\n" } }
        }
    }

    // MARK: Connecting

    /// True until ``close()`` or a lost connection. A broken connection is noticed by the next use.
    package var isOpen: Bool { pq != nil }

    /// Process id of the server backend; nil when closed.
    package var backendProcessID: Int? { (pq?.backendPID).map { Int($0) } }

    /// Such as 150004 for 15.4; nil when closed.
    package var serverVersion: Int? { pq?.serverVersion }

    /// True inside a transaction block, failed or not.
    package var isInTransaction: Bool {
        transactionStatus == .inTransaction || transactionStatus == .inError
    }

    /// Connects, unless the session is open. Blocks for `connect_timeout` seconds a host at most.
    /// - Throws: ``PostgresError/connectFailed(message:)``
    package func connect() throws(PostgresError) {
        if isOpen { return }
        var candidate = PQConnection(connecting: configuration.parameters())
        guard candidate.status == .ok else {
            throw .connectFailed(message: PostgresError.oneLine(candidate.errorMessage))
        }
        candidate.setNoticeReceiver { [logger] notice in
            logger.debug(
                "PostgreSQL notice",
                metadata: [
                    "postgres.severity": "\(notice.errorField(.severityNonlocalized) ?? "")",
                    "postgres.sqlstate": "\(notice.errorField(.sqlState) ?? "")",
                    "postgres.message": "\(notice.errorField(.messagePrimary) ?? "")",
                ])
        }
        socketGuard.set(candidate.socket)
        pq = consume candidate
        do {
            // Values are read as text: their form must not depend on the server's or the role's settings.
            try execute("SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET intervalstyle = 'iso_8601'")
        } catch {
            close()
            throw .connectFailed(message: "\(error)")
        }
    }

    /// Closes the connection; an open transaction is rolled back by the server.
    package func close() {
        socketGuard.set(nil)
        pq = nil
    }

    /// Begins the limit of ``PostgresConnection/withSession(limit:_:)`` anew: for who needs many statements, each of which the server
    /// answers in time. Without a limit it does nothing.
    package func renewLimit() { limitAlarm?.renew() }

    // MARK: Statements

    /// Runs one or more statements, without parameters, in one round trip (simple query protocol).
    ///
    /// Several statements form one transaction unless the string itself says `BEGIN`. Rows are
    /// dropped. No statement runs after the first that fails.
    package func execute(_ sql: String) throws(PostgresError) {
        try run(sql) { _ throws(PostgresError) in
            throw .protocolViolation(message: "COPY FROM STDIN needs copyIn")
        }
    }

    /// Runs one statement with values for `$1`, `$2`, ...
    @discardableResult
    package func query(_ sql: String, _ parameters: [PostgresValue] = []) throws(PostgresError) -> PostgresRows {
        try checkReady(sql)
        if parameters.count > 65_535 { throw .protocolViolation(message: "more than 65535 parameters") }
        for (index, parameter) in parameters.enumerated() {
            if case .text(let text) = parameter, text.utf8.contains(0) {
                throw .protocolViolation(message: "parameter $\(index + 1) contains a NUL character")
            }
        }
        guard
            let result = pq?.execParams(sql, parameters.map(\.parameter), types: parameters.map(\.type))
        else { throw loseConnection() }
        switch result.status {
        case .tuplesOK, .commandOK, .emptyQuery, .singleTuple:
            return PostgresRows(result)
        case .copyIn, .copyOut, .copyBoth:
            let refused = PostgresError.protocolViolation(message: "query cannot run COPY")
            _ = try collectResults(first: result) { _ throws(PostgresError) in throw refused }
            throw refused
        case .fatalError, .badResponse, .nonfatalError, .other:
            throw error(of: result, statement: 1)
        }
    }

    /// An identifier in double quotes, for SQL that cannot take it as a parameter.
    package func quotedIdentifier(_ name: String) throws(PostgresError) -> String {
        try checkReady(name)
        guard let quoted = pq?.escapeIdentifier(name) else {
            throw .protocolViolation(message: "not a valid identifier")
        }
        return quoted
    }

    // MARK: For the extensions of this type

    var transactionStatus: TransactionStatus { pq?.transactionStatus ?? .unknown }

    /// Sends `sql` and reads all its results; `copy` is called for each COPY that waits for data.
    /// - Returns: The rows of each COPY.
    @discardableResult
    func run(
        _ sql: String, copy: (Int) throws(PostgresError) -> Void
    ) throws(PostgresError) -> [Int] {
        try checkReady(sql)
        guard pq?.sendQuery(sql) == true else { throw loseConnection() }
        return try collectResults(first: pq?.getResult(), copy: copy)
    }

    func putCopyData(_ bytes: RawSpan) throws(PostgresError) {
        guard pq?.putCopyData(bytes) == true else { throw loseConnection() }
    }

    /// Notifications that already arrived, after reading what the socket has.
    func takeNotifications() throws(PostgresError) -> [PostgresNotification] {
        guard pq?.consumeInput() == true else { throw loseConnection() }
        var taken: [PostgresNotification] = []
        while let next = pq?.notifies() {
            taken.append(
                PostgresNotification(channel: next.channel, payload: next.payload, processID: Int(next.processID)))
        }
        return taken
    }

    /// For `poll` only; -1 when closed.
    var socket: Int32 { pq?.socket ?? -1 }

    /// Refuses what would break the protocol or would be cut off silently.
    func checkReady(_ sql: String) throws(PostgresError) {
        guard let status = pq?.transactionStatus else {
            throw .connectionLost(message: "not connected")
        }
        if status == .active { throw .protocolViolation(message: "another statement is running") }
        if sql.utf8.contains(0) { throw .protocolViolation(message: "the SQL text contains a NUL character") }
    }

    /// Closes the session and says why.
    func loseConnection() -> PostgresError {
        let message = pq?.errorMessage ?? ""
        // libpq refuses some calls while the connection itself is well; closing is right then too,
        // because nobody knows any more what the server is waiting for.
        socketGuard.set(nil)
        pq = nil
        return .connectionLost(message: message.isEmpty ? "not connected" : PostgresError.oneLine(message))
    }

    /// An error that must not hide the one that led to it.
    func log(ignored error: PostgresError, after statement: String) {
        logger.debug(
            "PostgreSQL clean-up failed",
            metadata: ["postgres.statement": "\(statement)", "error": "\(error)"])
    }

    // MARK: Results

    private func collectResults(
        first: consuming PQResult?, copy: (Int) throws(PostgresError) -> Void
    ) throws(PostgresError) -> [Int] {
        var rowsByCopy: [Int] = []
        var copies = 0
        var statement = 1
        var failure: PostgresError?
        var next = first
        while let result = next.take() {
            switch result.status {
            case .copyIn:
                let caught = feed(copies, copy)
                copies += 1
                // The server answers a stopped COPY with an error of its own: the cause stands first.
                failure = failure ?? caught
            case .copyOut, .copyBoth:
                failure = failure ?? .protocolViolation(message: "COPY TO STDOUT is not supported")
                while pq?.getCopyData() != nil {}
            case .commandOK, .tuplesOK, .emptyQuery, .singleTuple:
                if result.cmdStatus.hasPrefix("COPY ") { rowsByCopy.append(result.cmdTuples ?? 0) }
                statement += 1
            case .fatalError, .badResponse, .nonfatalError, .other:
                let reported = error(of: result, statement: statement)
                failure = failure ?? reported
            }
            next = pq?.getResult()
        }
        if let failure { throw failure }
        guard pq?.status == .ok else { throw loseConnection() }
        return rowsByCopy
    }

    /// Lets `copy` send the data of one COPY and ends that COPY, well or not.
    private func feed(_ index: Int, _ copy: (Int) throws(PostgresError) -> Void) -> PostgresError? {
        var caught: PostgresError?
        do {
            try copy(index)
        } catch {
            caught = error
        }
        guard isOpen else { return caught ?? .connectionLost(message: "closed during COPY") }
        // The text reaches the server's log, so it names no data.
        let ended = pq?.putCopyEnd(error: caught.map { _ in "stopped by the client" })
        return ended == true ? caught : caught ?? loseConnection()
    }

    private func error(of result: borrowing PQResult, statement: Int) -> PostgresError {
        guard pq?.status == .ok else { return loseConnection() }
        // The server hangs up after FATAL and PANIC, but libpq may not have read that end yet.
        if ["FATAL", "PANIC"].contains(result.errorField(.severityNonlocalized)) { return loseConnection() }
        lastErrorPlace = StatementPlace(
            statement: statement, position: result.errorField(.statementPosition).flatMap { Int($0) })
        let message = PostgresError.oneLine(result.errorField(.messagePrimary) ?? result.errorMessage)
        guard let state = result.errorField(.sqlState) else {
            // libpq itself made the error and the connection is well: it refused what we asked for.
            return .protocolViolation(message: message)
        }
        return .server(
            SQLState(rawValue: state), message: message,
            constraint: result.errorField(.constraintName), table: result.errorField(.tableName))
    }
}
