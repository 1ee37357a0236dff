package import JTT808
package import Postgres

/// `ops.command` in the database. The server's clock decides about every time here but that of an answer.
package struct CommandQueue {
    /// Gateways listen here; whoever queues a command notifies, with the terminal's id.
    package static let changeChannel = "qingyun_command"
    /// Who waits for an outcome listens here; gateways notify, with the command's number.
    package static let outcomeChannel = "qingyun_command_outcome"
    /// Sendings in all, over any number of connections: a command that makes a terminal fall over must come to an end.
    package static let mostAttempts = 10
    /// So long after its answer was due a command belongs to any gateway: the one that sent it is taken for dead.
    package static let graceSeconds = 10

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Of the command's terminal and number.
    package struct Key: Hashable, Sendable {
        package var terminalID: Int64
        package var commandID: Int64

        package init(terminalID: Int64, commandID: Int64) {
            self.terminalID = terminalID
            self.commandID = commandID
        }

        var parameters: [PostgresValue] { [.int(Int(terminalID)), .int(Int(commandID))] }
    }

    /// A command that waits for its terminal.
    package struct Waiting: Sendable {
        package var key: Key
        package var number: TerminalNumber
        /// 2011, 2013 or 2019 as the terminal registered.
        package var protocolVersion: String?
        package var kind: String
        package var arguments: String
    }

    // MARK: What gateways ask

    /// Terminals that a command waits for.
    package func waitingTerminals() throws -> [Int64] {
        try session.query("SELECT DISTINCT terminal_id FROM ops.command WHERE state = 'queued'")
            .map { Int64(try $0.int("terminal_id")) }
    }

    /// Commands that wait for these terminals, in the order in which they were ordered.
    package func waiting(for terminalIDs: some Collection<Int64>) throws -> [Waiting] {
        guard !terminalIDs.isEmpty else { return [] }
        let array = "{" + terminalIDs.map(String.init).joined(separator: ",") + "}"
        let rows = try session.query(
            """
            SELECT c.terminal_id, c.command_id, t.number, t.protocol_version, c.kind, c.arguments
            FROM ops.command AS c
            JOIN registry.terminal AS t ON t.terminal_id = c.terminal_id
            WHERE c.state = 'queued' AND c.terminal_id = ANY ($1::bigint[]) AND c.expires_at > now()
            ORDER BY c.command_id
            """, [.text(array)])
        return try rows.compactMap { row in
            guard let number = TerminalNumber(try row.text("number")) else { return nil }
            return Waiting(
                key: Key(
                    terminalID: Int64(try row.int("terminal_id")), commandID: Int64(try row.int("command_id"))),
                number: number, protocolVersion: row["protocol_version"], kind: try row.text("kind"),
                arguments: try row.text("arguments"))
        }
    }

    // MARK: What becomes of a command

    /// Takes a waiting command for sending.
    /// - Returns: false when it waits no more: another gateway took it, or somebody cancelled it.
    package func claim(
        _ key: Key, gateway: String, messageID: MessageID, serial: UInt16, waitSeconds: Int
    ) throws -> Bool {
        try !change(
            key, from: "state = 'queued' AND expires_at > now()",
            """
            state = 'sent', attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, now()), sent_at = now(),
            answer_due_at = now() + $3 * interval '1 second', gateway = $4, message_id = $5, serial = $6, outcome = NULL
            """,
            [
                .int(waitSeconds), .text(gateway), .int(Int(messageID.rawValue)), .int(Int(serial)),
            ]
        ).isEmpty
    }

    /// What was claimed could not be sent: it waits again.
    package func release(_ key: Key, gateway: String) throws {
        _ = try change(
            key, from: "state = 'sent' AND gateway = $3",
            """
            state = 'queued', attempts = attempts - 1, outcome = 'not sent: the connection ended',
            first_sent_at = CASE WHEN attempts > 1 THEN first_sent_at END,
            sent_at = CASE WHEN attempts > 1 THEN sent_at END, answer_due_at = NULL
            """, [.text(gateway)])
    }

    /// It was sent once more on the same connection.
    package func resent(_ key: Key, gateway: String, waitSeconds: Int) throws {
        _ = try change(
            key, from: "state = 'sent' AND gateway = $4",
            "attempts = attempts + 1, sent_at = now(), answer_due_at = now() + $3 * interval '1 second'",
            [.int(waitSeconds), .text(gateway)])
    }

    /// The terminal answered. One that was given up keeps its state, and tells of the answer all the same.
    /// - Parameter answeredAt: microseconds since 1970, by the gateway's clock.
    /// - Returns: its state now; nil when it was answered before.
    package func answered(
        _ key: Key, _ answer: CommandAnswer, result: GeneralAnswer.Result?, body: [UInt8], answeredAt: Int64
    ) throws -> State? {
        try change(
            key, from: "answered_at IS NULL",
            """
            state = CASE WHEN state IN ('queued', 'sent') THEN $3 ELSE state END,
            ended_at = coalesce(ended_at, now()),
            outcome = CASE WHEN state IN ('queued', 'sent') THEN $4 ELSE concat_ws('; ', outcome, 'answered late: ' || $4) END,
            answered_at = timestamptz 'epoch' + $5 * interval '1 microsecond', result = $6, answer = $7, answer_body = $8
            """,
            [
                .text(answer.isDone ? "answered" : "refused"), .text(answer.words), .int(Int(answeredAt)),
                result.map { .int(Int($0.rawValue)) } ?? .null, .text(answer.facts), .bytes(body),
            ]
        ).first
    }

    /// It cannot be sent to this terminal at all.
    /// - Returns: its state now; nil when it waited no more.
    package func refused(_ key: Key, because reason: String) throws -> State? {
        try change(
            key, from: "state = 'queued'", "state = 'refused', ended_at = now(), outcome = $3",
            [.text("not sent: " + reason)]
        ).first
    }

    /// No answer came, however often it was sent.
    /// - Returns: its state now; nil when it was at its end before.
    package func timedOut(_ key: Key, because reason: String) throws -> State? {
        try change(
            key, from: "state = 'sent'", "state = 'timed_out', ended_at = now(), outcome = $3", [.text(reason)]
        ).first
    }

    /// The connection ended before an answer came: what may be sent twice waits again.
    /// - Returns: its state now; nil when it was not ours any more.
    package func lost(_ key: Key, gateway: String) throws -> State? {
        try change(
            key, from: "state = 'sent' AND gateway = $3",
            Self.lostChange + ", outcome = 'no answer: the connection ended'",
            [.text(gateway)]
        ).first
    }

    /// Queued again if it may repeat and has not done so too often; else at its end.
    private static let lostChange = """
        state = CASE WHEN \(mayRepeat) THEN 'queued' ELSE 'timed_out' END,
        ended_at = CASE WHEN \(mayRepeat) THEN NULL ELSE now() END
        """

    private static let mayRepeat: String = {
        let kinds = CommandKind.allCases.filter(\.mayRepeat).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return "(kind IN (\(kinds)) AND attempts < \(mostAttempts) AND expires_at > now())"
    }()

    /// Ends what nobody else does: commands past their time, and those whose gateway died.
    /// - Returns: the state of each of them now.
    package func sweep() throws -> [State] {
        try change(
            """
            state = 'expired', ended_at = now(), outcome = concat_ws('; ', outcome, 'it was not sent in time')
            """, where: "state = 'queued' AND expires_at <= now()")
            + change(
                Self.lostChange + ", outcome = 'no answer, and the gateway that sent it tells nothing'",
                where: "state = 'sent' AND answer_due_at < now() - interval '\(Self.graceSeconds) seconds'")
    }

    /// Changes a command that is in the state expected.
    private func change(
        _ key: Key, from condition: String, _ assignments: String, _ parameters: [PostgresValue]
    ) throws -> [State] {
        try change(
            assignments, where: "terminal_id = $1 AND command_id = $2 AND \(condition)", key.parameters + parameters)
    }

    /// Tells who waits for the outcome, and the gateways of what waits again: the terminal may be on another one by now.
    /// - Returns: the state now of each command that was changed.
    private func change(
        _ assignments: String, where condition: String, _ parameters: [PostgresValue] = []
    ) throws -> [State] {
        try session.query(
            """
            WITH changed AS (
                UPDATE ops.command SET \(assignments) WHERE \(condition) RETURNING terminal_id, command_id, state
            )
            SELECT
                state, pg_notify('\(Self.outcomeChannel)', command_id::text),
                CASE WHEN state = 'queued' THEN pg_notify('\(Self.changeChannel)', terminal_id::text) END
            FROM changed
            """, parameters
        ).compactMap { State(rawValue: try $0.text("state")) }
    }
}
