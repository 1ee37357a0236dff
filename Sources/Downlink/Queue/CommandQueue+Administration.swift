package import Postgres

/// What people do with commands: order, look, call back.
extension CommandQueue {
    package enum State: String, Sendable, CaseIterable {
        case queued, sent, answered, refused
        case timedOut = "timed_out"
        case cancelled, expired

        package var isFinal: Bool { self != .queued && self != .sent }
    }

    /// What ``cancel(_:by:)`` did.
    package enum Cancellation: Sendable, Equatable {
        case cancelled
        case unknown
        /// Nothing was changed.
        case tooLate(State, sentAt: String?)
    }

    /// A terminal that a command is for.
    package struct Addressee: Sendable {
        package var terminalID: Int64
        package var status: String
        /// 2011, 2013 or 2019; nil: it never registered.
        package var protocolVersion: String?
    }

    package func addressee(number: String) throws -> Addressee? {
        try session.query(
            "SELECT terminal_id, status, protocol_version FROM registry.terminal WHERE number = $1", [.text(number)]
        ).first.map {
            Addressee(
                terminalID: Int64(try $0.int("terminal_id")), status: try $0.text("status"),
                protocolVersion: $0["protocol_version"])
        }
    }

    /// Queues a command and tells the gateways.
    /// - Parameter validSeconds: a terminal that is away has so long to connect.
    /// - Returns: its number.
    package func add(
        _ content: CommandContent, for terminalID: Int64, by person: String?, validSeconds: Int
    ) throws -> Int64 {
        let row = try session.query(
            """
            WITH made AS (
                INSERT INTO ops.command (terminal_id, kind, arguments, created_by, expires_at)
                VALUES ($1, $2, $3, coalesce($4, session_user), now() + $5 * interval '1 second')
                RETURNING command_id, terminal_id
            )
            SELECT command_id, pg_notify('\(Self.changeChannel)', terminal_id::text) FROM made
            """,
            [
                .int(Int(terminalID)), .text(content.kind.rawValue), .text(content.arguments),
                person.map(PostgresValue.text) ?? .null, .int(validSeconds),
            ])[0]
        return Int64(try row.int("command_id"))
    }

    /// Calls a command back that was not sent yet.
    package func cancel(_ commandID: Int64, by person: String?) throws -> Cancellation {
        let cancelled = try session.query(
            """
            WITH changed AS (
                UPDATE ops.command
                SET state = 'cancelled', ended_at = now(),
                    outcome = concat_ws('; ', outcome, 'cancelled by ' || coalesce($2, session_user))
                WHERE command_id = $1 AND state = 'queued'
                RETURNING command_id
            )
            SELECT pg_notify('\(Self.outcomeChannel)', command_id::text) FROM changed
            """, [.int(Int(commandID)), person.map(PostgresValue.text) ?? .null])
        guard cancelled.isEmpty else { return .cancelled }
        guard let row = try overview(commandID: commandID).first else { return .unknown }
        return .tooLate(State(rawValue: try row.text("state")) ?? .sent, sentAt: row["sent_at"])
    }

    /// Commands for people, the newest first: local times.
    package func overview(
        state: State? = nil, number: String? = nil, commandID: Int64? = nil, limit: Int = 100
    ) throws -> PostgresRows {
        try session.query(
            """
            SELECT
                c.command_id,
                t.number AS terminal,
                c.kind,
                c.state,
                to_char(c.created_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS created_at,
                c.created_by,
                to_char(c.sent_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS sent_at,
                to_char(c.answered_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS answered_at,
                to_char(c.ended_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS ended_at,
                to_char(c.expires_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS expires_at,
                c.attempts,
                c.result,
                c.outcome,
                c.gateway,
                c.arguments,
                c.answer,
                encode(c.answer_body, 'hex') AS answer_body
            FROM ops.command AS c
            JOIN registry.terminal AS t ON t.terminal_id = c.terminal_id
            WHERE ($1::text IS NULL OR c.state = $1)
                AND ($2::text IS NULL OR t.number = $2)
                AND ($3::bigint IS NULL OR c.command_id = $3)
            ORDER BY c.command_id DESC
            LIMIT $4
            """,
            [
                state.map { .text($0.rawValue) } ?? .null, number.map(PostgresValue.text) ?? .null,
                commandID.map { .int(Int($0)) } ?? .null, .int(limit),
            ])
    }
}
