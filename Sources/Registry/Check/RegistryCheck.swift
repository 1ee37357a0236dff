package import Postgres

/// Looks for what is wrong with the registry although every row is sound.
package struct RegistryCheck {
    package struct Finding: Sendable, Equatable {
        package let rule: String
        /// The code, plate, number or tag that it is about.
        package let subject: String
        package let detail: String
    }

    package struct Options: Sendable {
        /// The instant that "now" means, as PostgreSQL reads it; nil: now.
        package var at: String?
        /// Tags are looked for in the telemetry of so many days back.
        package var days = 7
        /// A terminal without data for so many hours is silent.
        package var silentHours = 24
        /// Only these rules; empty: all.
        package var rules: Set<String> = []

        package init() {}
    }

    let session: PostgresSession
    let options: Options

    package init(_ session: PostgresSession, options: Options = Options()) {
        self.session = session
        self.options = options
    }

    /// Every finding, rule by rule, ordered by subject; all of one instant.
    package func findings() throws -> [Finding] {
        try session.transaction { session in
            try session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            var findings: [Finding] = []
            for rule in CheckRule.all where options.rules.isEmpty || options.rules.contains(rule.name) {
                if let table = rule.table {
                    let isThere = try session.query("SELECT to_regclass($1) IS NOT NULL AS there", [.text(table)])[0]
                    guard try isThere.bool("there") else { continue }
                }
                // The parameters stand in a common table, so that a rule may use any of them or none.
                let rows = try session.query(
                    """
                    WITH given AS MATERIALIZED (
                        SELECT coalesce($1::timestamptz, now()) AS at, make_interval(days => $2::integer) AS span,
                            make_interval(hours => $3::integer) AS silence
                    ), found AS (\(rule.query))
                    SELECT subject, detail FROM found ORDER BY subject, detail
                    """,
                    [options.at.map(PostgresValue.text) ?? .null, .int(options.days), .int(options.silentHours)])
                findings += try rows.map {
                    Finding(rule: rule.name, subject: try $0.text("subject"), detail: try $0.text("detail"))
                }
            }
            return findings
        }
    }
}
