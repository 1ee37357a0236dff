package import Postgres

/// What people do with warnings.
package struct WarningRegister {
    package enum Action: String, CaseIterable, Sendable {
        case acknowledge, handle, close, dismiss

        /// States in which it is accepted.
        package var accepted: [String] {
            switch self {
            case .acknowledge: ["raised", "unconfirmed"]
            case .handle: ["raised", "unconfirmed", "acknowledged", "collected_late"]
            case .close: ["handled", "collected_late", "withdrawn", "resolved"]
            case .dismiss: ["raised", "unconfirmed", "acknowledged", "handled"]
            }
        }

        var state: String {
            switch self {
            case .acknowledge: "acknowledged"
            case .handle: "handled"
            case .close: "closed"
            case .dismiss: "dismissed"
            }
        }

        package var needsReason: Bool { self != .acknowledge }

        var reasonMeant: String {
            switch self {
            case .acknowledge: "why"
            case .handle: "what was done"
            case .close: "why nothing more is to be done"
            case .dismiss: "why it is a false alarm"
            }
        }
    }

    package enum Refusal: Error, Equatable, CustomStringConvertible {
        case unknown(Int)
        case wrongState(Int, state: String, action: Action)
        case reasonMissing(Action)
        case jobsName(String)

        package var description: String {
            switch self {
            case .unknown(let number): "there is no warning \(number)"
            case .wrongState(let number, let state, let action):
                "warning \(number) is \(state); \(action.rawValue) is accepted for "
                    + action.accepted.joined(separator: ", ")
            case .reasonMissing(let action):
                "\(action.rawValue) needs --reason: \(action.reasonMeant)"
            case .jobsName(let name): "'\(name)' is the name of the job; say with --actor who you are"
            }
        }
    }

    private struct DryRun: Error {}

    /// Why a warning was acknowledged when nobody says more.
    package static let takenOn = "taken on"

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Takes the same step with each of the warnings, or with none.
    /// - Parameters:
    ///   - actor: who; empty: the role that is logged in.
    ///   - reason: why, or what was done; only of what is acknowledged it may be nil, which is ``takenOn``.
    /// - Throws: ``Refusal``.
    package func act(
        _ action: Action, on numbers: [Int], actor: String, reason: String?, isDryRun: Bool = false
    ) throws {
        if action.needsReason, reason == nil { throw Refusal.reasonMissing(action) }
        do {
            try session.transaction { session in
                try WarningWriter.lock(session)
                let name = try session.query(
                    "SELECT set_config('qingyun.actor', $1, true), coalesce(nullif($1, ''), session_user::text) AS name",
                    [.text(actor)])[0].text("name")
                if name == WarningWriter.actor { throw Refusal.jobsName(name) }
                for number in Set(numbers).sorted() { try act(action, on: number, reason: reason ?? Self.takenOn) }
                if isDryRun { throw DryRun() }
            }
        } catch is DryRun {}
    }

    private func act(_ action: Action, on number: Int, reason: String) throws {
        let rows = try session.query(
            "SELECT state, seq FROM ops.warning_now WHERE warning_id = $1::bigint", [.int(number)])
        guard let now = rows.first else { throw Refusal.unknown(number) }
        let state = try now.text("state")
        guard action.accepted.contains(state) else { throw Refusal.wrongState(number, state: state, action: action) }
        try session.query(
            """
            INSERT INTO ops.warning_event (warning_id, street_id, seq, at, action, state, cause, reason)
            SELECT w.warning_id, w.street_id, w.seq + 1, clock_timestamp(), $2, $3, w.cause, $4
            FROM ops.warning_now AS w
            WHERE w.warning_id = $1::bigint
            """, [.int(number), .text(action.rawValue), .text(action.state), .text(reason)])
    }

    /// Which warnings a list shows.
    package struct Filter: Sendable {
        /// Local days, both included; nil: no bound.
        package var from: String?
        package var to: String?
        /// A state, or `open` for those that somebody still has to do with; nil: all.
        package var state: String?
        package var kind: String?
        /// Code of a street.
        package var street: String?
        package var limit = 1_000
        /// Licences and verifications that end are listed whatever `from` says: they are few, and stand for long.
        package var keepsExpiries = false

        package init() {}
    }

    /// How many days a list goes back from the newest one when nobody asks for days.
    package static let recentDays = 92
    private static let expiries = "('qualification_expiry', 'scale_verification_expiry')"

    /// The first of the days that are listed when nobody asks for days, so that years of warnings are not looked at each morning; nil: there is no
    /// warning of a day. And whether there are warnings of days before it.
    package func recent() throws -> (from: String, hasOlder: Bool)? {
        let row = try session.query(
            """
            SELECT n.first_day::text, EXISTS (SELECT FROM ops.warning AS w WHERE w.service_date < n.first_day AND w.kind NOT IN \(Self.expiries))
                AS has_older
            FROM (
                SELECT max(w.service_date) - \(Self.recentDays - 1) AS first_day
                FROM ops.warning AS w WHERE w.kind NOT IN \(Self.expiries)
            ) AS n
            """)[0]
        guard let first = row["first_day"] else { return nil }
        return (first, try row.bool("has_older"))
    }

    package static let columns = [
        "number", "kind", "date", "street", "subject", "waste", "window", "state", "cause", "since", "carrier",
        "vehicle",
    ]

    package enum UnknownFilter: Error, Equatable, CustomStringConvertible {
        case street(String)
        case kind(String, accepted: [String])

        package var description: String {
            switch self {
            case .street(let code): "--street: there is no street \(code)"
            case .kind(let kind, let accepted):
                "--kind: '\(kind)' is not accepted; accepted: " + accepted.joined(separator: ", ")
            }
        }
    }

    /// Kinds that the job writes, and those of which there is a warning.
    private func kinds() throws -> [String] {
        try session.query(
            """
            SELECT unnest($1::text[]) AS kind UNION SELECT w.kind FROM ops.warning AS w ORDER BY kind
            """, [.text("{\(NotificationText.kinds.joined(separator: ","))}")]
        ).map { try $0.text("kind") }
    }

    /// Rows of ``columns``, the newest day first.
    /// - Throws: ``UnknownFilter`` for a street or kind that there is not.
    package func list(_ filter: Filter) throws -> [[String]] {
        if let street = filter.street,
            try session.query("SELECT FROM registry.street WHERE code = $1", [.text(street)]).isEmpty
        {
            throw UnknownFilter.street(street)
        }
        if let kind = filter.kind {
            let accepted = try kinds()
            guard accepted.contains(kind) else { throw UnknownFilter.kind(kind, accepted: accepted) }
        }
        let clock = { (instant: String, form: String) in
            "to_char(\(instant) AT TIME ZONE telemetry.site_time_zone(), '\(form)')"
        }
        let rows = try session.query(
            """
            SELECT
                n.warning_id, n.kind, n.service_date, s.name,
                coalesce(
                    p.code || ' ' || p.name,
                    n.evidence ->> 'carrier', n.evidence ->> 'scale', c.name, t.number, n.subject
                ),
                y.name, \(clock("n.window_start", "HH24:MI")) || '-' || \(clock("n.window_end", "HH24:MI")),
                n.state, n.cause, \(clock("n.at", "YYYY-MM-DD HH24:MI")), c.name, v.plate_no
            FROM ops.warning_now AS n
            LEFT JOIN registry.street AS s ON s.street_id = n.street_id
            LEFT JOIN registry.collection_point AS p ON p.collection_point_id = n.collection_point_id
            LEFT JOIN registry.waste_type AS y ON y.waste_type = n.waste_type
            LEFT JOIN registry.carrier AS c ON c.carrier_id = n.carrier_id
            LEFT JOIN registry.vehicle AS v ON v.vehicle_id = n.vehicle_id
            LEFT JOIN registry.terminal AS t ON t.terminal_id = n.terminal_id
            WHERE ($1::date IS NULL OR n.service_date >= $1::date OR $7::boolean AND n.kind IN \(Self.expiries))
                AND ($2::date IS NULL OR n.service_date <= $2::date)
                AND ($3::text IS NULL OR n.state = $3 OR $3 = 'open' AND n.is_open)
                AND ($4::text IS NULL OR n.kind = $4) AND ($5::text IS NULL OR s.code = $5)
            ORDER BY n.service_date DESC, n.kind, n.window_end, s.code, p.code, n.warning_id
            LIMIT $6::bigint
            """,
            [filter.from, filter.to, filter.state, filter.kind, filter.street].map { $0.map { .text($0) } ?? .null }
                + [.int(filter.limit), .bool(filter.keepsExpiries)])
        return rows.map { row in Self.columns.indices.map { row[$0] ?? "" } }
    }

    /// Every step of one warning, for people: when, what, state, cause, who and why.
    package func history(of number: Int) throws -> [[String]] {
        try session.query(
            """
            SELECT to_char(e.at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS'), e.action, e.state, e.cause, e.actor,
                e.reason, nullif(e.evidence::text, '{}')
            FROM ops.warning_event AS e WHERE e.warning_id = $1::bigint ORDER BY e.seq
            """, [.int(number)]
        ).map { row in Self.historyColumns.indices.map { row[$0] ?? "" } }
    }

    package static let historyColumns = ["at", "action", "state", "cause", "actor", "reason", "evidence"]
}
