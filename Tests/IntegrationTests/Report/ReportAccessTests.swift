import Postgres
import Registry
import Testing

/// Who sees what.
@Suite("Roles: analysts see no credentials, streets see themselves alone", .enabled(if: TestDatabase.isEnabled))
struct ReportAccessTests {
    /// Two streets with a point, a bin, a tag, a lift, a station, a weighing, a task, a warning and daily figures each, and a lift of
    /// nobody's; and a role of each kind, which is gone afterwards.
    private func with(
        _ body: (_ database: TestDatabase, _ analyst: PostgresSession, _ street: PostgresSession) async throws -> Void
    ) async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute(Self.example)
            let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
            let (analyst, street) = ("qy_analyst_\(suffix)", "qy_street_\(suffix)")
            try owner.execute(
                "CREATE ROLE \(analyst); CREATE ROLE \(street); GRANT \(analyst), \(street) TO CURRENT_USER")
            let result: Result<Void, any Error>
            do {
                try owner.execute("SELECT ops.grant_analyst('\(analyst)'); SELECT ops.grant_street('\(street)', 'S1')")
                let sessions = try [analyst, street].map { role in
                    let session = try database.session()
                    // What logging in as this role would be: tests have no password for it.
                    try session.execute("SET SESSION ROLE \(role)")
                    return session
                }
                defer { for session in sessions { session.close() } }
                result = .success(try await body(database, sessions[0], sessions[1]))
            } catch {
                result = .failure(error)
            }
            try owner.execute("DROP OWNED BY \(analyst), \(street); DROP ROLE \(analyst), \(street)")
            try result.get()
        }
    }

    private static let example = """
        SELECT telemetry.ensure_day('2026-06-01');
        INSERT INTO registry.street (code, name) VALUES ('S1', '一街'), ('S2', '二街');
        INSERT INTO registry.community (street_id, code, name) SELECT street_id, 'C' || code, name FROM registry.street;
        INSERT INTO registry.collection_point (code, name) VALUES ('P1', '一点'), ('P2', '二点');
        INSERT INTO registry.point_affiliation (collection_point_id, community_id, valid)
        SELECT p.collection_point_id, c.community_id, '[2026-01-01,)' FROM registry.collection_point AS p
        JOIN registry.community AS c ON right(c.code, 1) = right(p.code, 1);
        INSERT INTO registry.bin (code, waste_type, volume_l) VALUES ('B1', 1, 240), ('B2', 1, 240);
        INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid)
        SELECT b.bin_id, p.collection_point_id, '[2026-01-01,)' FROM registry.bin AS b
        JOIN registry.collection_point AS p ON right(b.code, 1) = right(p.code, 1);
        INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
        SELECT bin_id, 3, decode('0000000' || right(code, 1), 'hex'), '[2026-01-01,)' FROM registry.bin;
        INSERT INTO registry.terminal (number) VALUES ('13900000001'), ('13900000002');
        INSERT INTO registry.station (street_id, code, name) SELECT street_id, 'Z' || right(code, 1), name || '站' FROM registry.street;
        INSERT INTO registry.terminal_mount (terminal_id, station_id, valid)
        SELECT t.terminal_id, s.station_id, '[2026-01-01,)' FROM registry.terminal AS t
        JOIN registry.station AS s ON right(s.code, 1) = right(t.number, 1);
        INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, weigh_mode,
            waste_type, quality, tag_tech, time_quality, tag_id)
        SELECT 77, '2026-06-01 08:00+08', '2026-06-01 08:00+08', n, 1, 1000, 200, 800, 1, 1, 1, 0, 3, 0, decode('0000000' || n, 'hex')
        FROM generate_series(1, 3) AS n;
        INSERT INTO telemetry.station_weighing (terminal_id, recorded_at, received_at, seq, boot_no, weigh_flags, scale_no, direction,
            weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality)
        SELECT terminal_id, '2026-06-01 08:00+08', '2026-06-01 08:00+08', 1, 1, 1, 1, 1, 4, 0, 1, 0, 0, 0 FROM registry.terminal;
        INSERT INTO stats.clearance_day (collection_point_id, responsible_unit_id, community_id, street_id, service_date, due, on_time,
            late, missed, unconfirmed, excused, pending, cleared, waste_type)
        SELECT p.collection_point_id, 0, c.community_id, c.street_id, '2026-06-01', 1, 1, 0, 0, 0, 0, 0, 1, 1
        FROM registry.point_affiliation AS p JOIN registry.community AS c USING (community_id);
        INSERT INTO stats.collection_day
        SELECT 77, 0, 0, p.collection_point_id, 0, c.community_id, c.street_id, '2026-06-01 08:00+08', '2026-06-01 08:00+08', 1000, 800,
            0, 0, 0, 0, '2026-06-01', 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0
        FROM registry.point_affiliation AS p JOIN registry.community AS c USING (community_id);
        INSERT INTO ops.collection_task (collection_point_id, window_start, window_end, deadline, collection_rule_id, street_id,
            service_date, least_net_g, waste_type, rule_code, rule_specificity)
        SELECT p.collection_point_id, '2026-06-01 04:00+08', '2026-06-01 07:00+08', '2026-06-01 07:00+08', 1, c.street_id, '2026-06-01',
            1000, 1, 'K', 0
        FROM registry.point_affiliation AS p JOIN registry.community AS c USING (community_id);
        INSERT INTO ops.warning (kind, subject, raised_at, service_date, street_id)
        SELECT 'late_collection', code, '2026-06-01 07:00+08', '2026-06-01', street_id FROM registry.street;
        INSERT INTO ops.warning_event (warning_id, at, street_id, seq, action, state, cause)
        SELECT warning_id, raised_at, street_id, 1, 'raise', 'raised', 'no_visit' FROM ops.warning;
        INSERT INTO registry.authentication_key (key_id, secret) VALUES (1, decode(repeat('ab', 32), 'hex'));
        """

    @Test("in every view that a street can reach it finds the rows of its own street, and no others")
    func street() async throws {
        try await with { database, _, street in
            let reachable = try database.query(
                """
                SELECT c.oid::regclass::text AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('registry', 'telemetry', 'ops', 'stats', 'report') AND c.relkind IN ('r', 'p', 'v', 'm')
                    AND has_any_column_privilege('qingyun_street', c.oid, 'SELECT')
                """
            ).compactMap { $0["name"] }
            #expect(
                reachable.sorted() == [
                    "report.clearance", "report.collection", "report.point", "report.station_weighing", "report.task",
                    "report.vehicle_weighing", "report.warning",
                ])
            let own = try database.count("SELECT street_id FROM registry.street WHERE code = 'S1'")
            for view in reachable {
                let rows = try street.query("SELECT street_id, street_code FROM \(view)")
                #expect(rows.count == 1 && rows.first?["street_code"] == "S1", "\(view)")
                #expect(try rows.first?.int("street_id") == own)
                // A function of the reader's in the condition sees no row of others either.
                _ = try street.query(
                    "SELECT 1 FROM \(view) WHERE 1 / (CASE WHEN street_code = 'S2' THEN 0 ELSE 1 END) = 1")
            }
        }
    }

    @Test("a street cannot read what lies below its views")
    func below() async throws {
        try await with { _, _, street in
            for table in [
                "telemetry.lift", "telemetry.fix", "stats.collection_day", "ops.warning", "registry.street",
                "report.vehicle_track",
                "ops.street_access", "registry.authentication_key",
            ] {
                let error = #expect(throws: PostgresError.self, "\(table)") {
                    try street.query("SELECT 1 FROM \(table)")
                }
                #expect(error?.sqlState == .insufficientPrivilege, "\(table)")
            }
        }
    }

    @Test("a member of qingyun_street to whom no street was given sees nothing")
    func noStreet() async throws {
        try await with { database, _, street in
            try database.execute("DELETE FROM ops.street_access")
            #expect(try street.query("SELECT 1 FROM report.vehicle_weighing").isEmpty)
        }
    }

    @Test("an analyst sees every street, and rows that belong to none")
    func analyst() async throws {
        try await with { _, analyst, _ in
            let lifts = try analyst.query("SELECT street_code FROM report.vehicle_weighing")
            #expect(lifts.count == 3 && lifts.contains { $0["street_code"] == nil })
            #expect(try analyst.query("SELECT 1 FROM report.task").count == 2)
            #expect(try analyst.query("SELECT count(*) AS n FROM telemetry.lift")[0].int("n") == 3)
            #expect(try analyst.query("SELECT number, status FROM registry.terminal").count == 2)
        }
    }

    @Test(
        "an analyst sees no credential and no raw body",
        arguments: [
            "secret FROM registry.authentication_key", "key_id FROM registry.authentication_key",
            "before FROM registry.audit",
            "authentication FROM registry.terminal", "imei FROM registry.terminal", "registration FROM registry.scale",
            "heartbeat FROM registry.scale", "source_network FROM registry.scale", "body FROM telemetry.message",
            "raw FROM telemetry.quarantine", "arguments FROM ops.command", "answer FROM ops.command",
            "answer_body FROM ops.command", "* FROM registry.terminal", "role_name FROM ops.street_access",
        ])
    func credentials(selection: String) async throws {
        try await with { _, analyst, _ in
            let error = #expect(throws: PostgresError.self) { try analyst.query("SELECT \(selection)") }
            #expect(error?.sqlState == .insufficientPrivilege)
        }
    }

    @Test("of telemetry's columns of bytes an analyst reads tags alone, whatever tables are added")
    func bytes() async throws {
        try await with { _, analyst, _ in
            let columns = try analyst.query(
                """
                SELECT c.relname || '.' || a.attname AS name
                FROM pg_class AS c
                JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'telemetry'
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND a.atttypid = 'bytea'::regtype
                WHERE c.relkind IN ('r', 'p', 'v') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
                ORDER BY 1
                """
            ).compactMap { $0["name"] }
            #expect(columns == ["lift.tag_id", "station_weighing.tag_id", "tag_read.tag_id"])
        }
    }

    @Test("which streets another role has is told to nobody")
    func streetsOfOthers() async throws {
        try await with { database, _, _ in
            let stranger = "qy_stranger_" + String(UInt64.random(in: .min ... .max), radix: 36)
            let session = try database.session()
            defer { session.close() }
            // Not even to the owner, unless it is a member of that role.
            try session.execute("CREATE ROLE \(stranger)")
            defer { try? session.execute("DROP OWNED BY \(stranger); DROP ROLE \(stranger)") }
            try session.execute("SELECT ops.grant_street('\(stranger)', 'S2')")
            let ask = "SELECT cardinality(report.streets_of('\(stranger)')) AS streets"
            #expect(try session.query(ask)[0].int("streets") == 0)
            try session.execute("GRANT \(stranger) TO CURRENT_USER")
            #expect(try session.query(ask)[0].int("streets") == 1)
        }
    }

    @Test("a role that is made later under the name of one that is gone has none of its streets")
    func madeAgain() async throws {
        try await with { database, _, _ in
            let name = "qy_again_" + String(UInt64.random(in: .min ... .max), radix: 36)
            let session = try database.session()
            defer { session.close() }
            let streets = {
                try session.query(
                    """
                    SELECT string_agg(s.code, ' ' ORDER BY s.code) AS codes FROM registry.street AS s
                    WHERE s.street_id = ANY (report.streets_of('\(name)'))
                    """)[0]["codes"]
            }
            let make = { try session.execute("CREATE ROLE \(name); GRANT \(name) TO CURRENT_USER") }
            let drop = { try session.execute("DROP OWNED BY \(name); DROP ROLE \(name)") }
            try make()
            defer { try? drop() }
            try session.execute("SELECT ops.grant_street('\(name)', 'S1')")
            #expect(try streets() == "S1")
            try drop()
            try make()
            // Whoever made it a member by hand gave it no street.
            try session.execute("GRANT qingyun_street TO \(name)")
            #expect(try streets() == nil)
            try session.execute("SELECT ops.grant_street('\(name)', 'S2')")
            #expect(try streets() == "S2")
            #expect(
                try session.query("SELECT count(*) AS n FROM ops.street_access WHERE role_name = '\(name)'")[0].int("n")
                    == 1)
            // More may follow, and the same once more.
            try session.execute("SELECT ops.grant_street('\(name)', 'S1', 'S2')")
            #expect(try streets() == "S1 S2")
        }
    }

    @Test("the changes of the registry are shown without what opens a door")
    func changes() async throws {
        try await with { _, analyst, _ in
            let rows = try analyst.query("SELECT table_name, after::text AS after FROM report.registry_change")
            #expect(rows.contains { $0["table_name"] == "terminal" })
            #expect(
                !rows.contains {
                    $0["table_name"] == "authentication_key" || ($0["after"] ?? "").contains("authentication")
                })
        }
    }

    @Test("neither role can write anything, nor give itself anything")
    func writes() async throws {
        try await with { _, analyst, street in
            for session in [analyst, street] {
                for sql in [
                    "DELETE FROM telemetry.lift", "UPDATE registry.street SET name = 'x'",
                    "INSERT INTO ops.street_access VALUES ('a', 1, 'b', now())",
                    "SELECT ops.grant_street(current_user, 'S2')", "SELECT ops.grant_analyst(current_user)",
                ] {
                    let error = #expect(throws: PostgresError.self, "\(sql)") { try session.query(sql) }
                    #expect(error?.sqlState == .insufficientPrivilege, "\(sql)")
                }
            }
        }
    }

    @Test("people's roles are set to read only, with a limit of time; access that is taken back is gone")
    func settings() async throws {
        try await with { database, analyst, street in
            let role = try street.query("SELECT current_user AS role")[0].text("role")
            let other = try analyst.query("SELECT current_user AS role")[0].text("role")
            // In every database: another one of the cluster may let it write.
            let settings = try database.query(
                """
                SELECT array_to_string(s.setconfig, ' ') AS config FROM pg_db_role_setting AS s JOIN pg_roles AS r ON r.oid = s.setrole
                WHERE r.rolname IN ('\(role)', '\(other)') AND s.setdatabase = 0
                """)
            #expect(settings.count == 2)
            for row in settings {
                let config = row["config"] ?? ""
                #expect(config.contains("default_transaction_read_only=on") && config.contains("statement_timeout=60s"))
            }
            #expect(throws: PostgresError.self) { try database.execute("SELECT ops.grant_street('\(role)', 'S9')") }
            #expect(throws: PostgresError.self) { try database.execute("SELECT ops.grant_street('\(other)', 'S1')") }
            try database.execute("SELECT ops.revoke_access('\(role)')")
            let error = #expect(throws: PostgresError.self) { try street.query("SELECT 1 FROM report.point") }
            #expect(error?.sqlState == .insufficientPrivilege)
        }
    }

    @Test("databases of one cluster migrate at once, and each finds the roles")
    func together() async throws {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try await TestDatabase.withSchema { database in
                        try database.count(
                            "SELECT count(*) FROM pg_roles WHERE rolname IN ('qingyun_analyst', 'qingyun_street')")
                    }
                }
            }
            for try await roles in group { #expect(roles == 2) }
        }
    }
}
