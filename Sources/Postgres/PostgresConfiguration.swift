internal import Glibc
internal import Libpq

/// Where PostgreSQL is and how to reach it.
package struct PostgresConfiguration: Sendable, Equatable {
    /// Whatever libpq takes: a URI, `keyword=value` pairs, `service=name`, or the empty string, which
    /// leaves everything to the `PG*` environment variables. May hold a password: never log it.
    package let conninfo: String
    /// Shown in `pg_stat_activity` unless the connection string or `PGAPPNAME` names another.
    package let applicationName: String
    /// Bound for each host tried, in seconds; 2 is the least that libpq honours, 0 waits for ever.
    package let connectTimeoutSeconds: Int

    package init(conninfo: String, applicationName: String, connectTimeoutSeconds: Int = 5) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.connectTimeoutSeconds = connectTimeoutSeconds
    }

    /// Checks a connection string without connecting.
    /// - Returns: nil when libpq can read it, else the reason in one line.
    package static func validate(_ conninfo: String) -> String? {
        switch PQConninfo.parse(conninfo) {
        case .options: nil
        case .invalid(let reason): PostgresError.oneLine(mayHoldPassword(conninfo) ? withoutQuotations(reason) : reason)
        }
    }

    private static func mayHoldPassword(_ conninfo: String) -> Bool {
        conninfo.contains("password") || conninfo.contains("://") && conninfo.contains("@")
    }

    /// libpq quotes the part that it cannot read, which may be a piece of the password.
    private static func withoutQuotations(_ reason: String) -> String {
        reason.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "..." }.joined(separator: "\"")
    }

    /// Host, port, database and user for logs; never the password.
    package var redactedDescription: String {
        guard case .options(let given) = PQConninfo.parse(conninfo) else { return "unreadable connection string" }
        if let service = given["service"] {
            return "service=\(service)"
        }
        let options = (PQConninfo.defaults() ?? [:]).merging(given) { _, given in given }
        return ["host", "hostaddr", "port", "dbname", "user"].compactMap { keyword in
            options[keyword].flatMap { $0.isEmpty ? nil : "\(keyword)=\($0)" }
        }.joined(separator: " ")
    }

    /// Pairs for `PQconnectdbParams`, in which later ones override earlier ones.
    ///
    /// Our defaults stand first, so the connection string overrides them; they do come before a
    /// service file, which libpq asks only for what is still open.
    func parameters(environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }) -> [(
        keyword: String, value: String
    )] {
        var parameters: [(keyword: String, value: String)] = [
            ("fallback_application_name", applicationName),
            // A peer that vanished without a word is noticed after about 30 s, not two hours: idle ...
            ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            // ... and with data under way (milliseconds).
            ("tcp_user_timeout", "30000"),
        ]
        if (environment("PGCONNECT_TIMEOUT") ?? "").isEmpty {
            parameters.append(("connect_timeout", String(connectTimeoutSeconds)))
        }
        parameters.append(("dbname", conninfo))
        // Swift strings are UTF-8, whatever the database or PGCLIENTENCODING says: not to be overridden.
        parameters.append(("client_encoding", "UTF8"))
        return parameters
    }
}
