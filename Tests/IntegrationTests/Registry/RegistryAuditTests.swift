import Postgres
import Registry
import Testing

@Suite("registry.audit: who changed what", .enabled(if: TestDatabase.isEnabled))
struct RegistryAuditTests {
    @Test("every table of the registry but the log itself is audited")
    func everyTable() async throws {
        try await TestDatabase.withSchema { database in
            let left = try database.query(
                """
                SELECT c.relname FROM pg_class AS c
                WHERE c.relnamespace = 'registry'::regnamespace AND c.relkind = 'r' AND c.relname <> 'audit' AND 4 <> (
                    SELECT count(*) FROM pg_trigger AS t WHERE t.tgrelid = c.oid AND t.tgname LIKE 'audit\\_%')
                """)
            #expect(left.map { $0[0] } == [])
        }
    }

    @Test("a key that is changed is a row deleted and another inserted; of a TRUNCATE every row is a delete")
    func keysAndTruncate() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            try session.execute(
                """
                INSERT INTO registry.holiday (day, name) VALUES ('2027-01-01', '元旦'), ('2027-02-06', '春节');
                UPDATE registry.holiday SET day = '2027-01-02' WHERE day = '2027-01-01';
                UPDATE registry.holiday SET name = '除夕' WHERE day = '2027-02-06';
                TRUNCATE registry.holiday
                """)
            let changes = try session.query(
                """
                SELECT action, row_key, before ->> 'name' AS old, after ->> 'name' AS new FROM registry.audit
                WHERE table_name = 'holiday' ORDER BY row_key, audit_id
                """
            ).map { row in (0..<4).map { row[$0] } }
            #expect(
                changes == [
                    ["insert", "2027-01-01", nil, "元旦"], ["delete", "2027-01-01", "元旦", nil],
                    ["insert", "2027-01-02", nil, "元旦"], ["delete", "2027-01-02", "元旦", nil],
                    ["insert", "2027-02-06", nil, "春节"], ["update", "2027-02-06", "春节", "除夕"],
                    ["delete", "2027-02-06", "除夕", nil],
                ])
        }
    }

    @Test("an import writes who, and each row before and after; one that changes nothing writes nothing")
    func imports() async throws {
        try await RegistryExamples.with { _, session in
            #expect(try session.query("SELECT DISTINCT action FROM registry.audit").map { $0[0] } == ["insert"])
            let first = try session.query("SELECT count(*) AS n FROM registry.audit")[0].int("n")
            #expect(first == 53)
            _ = try RegistryImport.run(RegistryExamples.files, session: session)
            #expect(try session.query("SELECT count(*) AS n FROM registry.audit")[0].int("n") == first)

            var options = RegistryImport.Options()
            options.actor = "王五"
            _ = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "bin.csv", "code,waste_type,volume_l\nB00001,kitchen,240\nB00002,residual,240\n"),
                    RegistryExamples.file(
                        "vehicle_assignment.csv",
                        "vehicle,carrier,valid_from,valid_to\n京AG1234,C01,2026-01-01,2026-01-01\n"),
                ], options: options, session: session)
            let changes = try session.query(
                """
                SELECT actor, application, table_name, action, row_key, before ->> 'volume_l' AS old, after ->> 'volume_l' AS new,
                    before ->> 'carrier_id' IS NOT NULL AS has_carrier, (SELECT count(DISTINCT transaction_id) FROM registry.audit WHERE audit_id > \(first))
                        AS transactions
                FROM registry.audit WHERE audit_id > \(first) ORDER BY audit_id
                """)
            #expect(changes.map { $0["table_name"] } == ["bin", "vehicle_assignment"])
            #expect(changes.map { $0["action"] } == ["update", "delete"])
            #expect(changes.map { $0["actor"] } == ["王五", "王五"])
            #expect(changes[0]["old"] == "120")
            #expect(changes[0]["new"] == "240")
            #expect(changes[1]["has_carrier"] == "t")
            #expect(changes[1]["new"] == nil)
            #expect(changes[0]["transactions"] == "1")
            #expect(changes[0]["application"] == "qingyun-test")
            let bin = try session.query("SELECT bin_id::text FROM registry.bin WHERE code = 'B00001'")[0]
            #expect(changes[0]["row_key"] == bin["bin_id"])
        }
    }

    @Test("without an actor the role is named; a place is GeoJSON; a secret and what terminals report stay out")
    func byHand() async throws {
        try await RegistryExamples.with { _, session in
            try session.execute(
                """
                DELETE FROM registry.audit;
                UPDATE registry.terminal SET imei = '866496077582164', registered_at = now();
                INSERT INTO registry.authentication_key (key_id, secret) VALUES (7, decode(repeat('ab', 32), 'hex'));
                UPDATE registry.collection_point SET place = ST_SetSRID(ST_MakePoint(116.3, 40.3), 4326) WHERE code = 'P0001';
                UPDATE registry.terminal SET imei = NULL, note = 'x' WHERE number = '13912345678';
                """)
            let rows = try session.query(
                "SELECT table_name, actor = session_user AS is_role, after::text, after -> 'place' ->> 'type' AS type FROM registry.audit ORDER BY audit_id"
            )
            #expect(rows.map { $0["table_name"] } == ["authentication_key", "collection_point", "terminal"])
            #expect(rows.map { $0["is_role"] } == ["t", "t", "t"])
            #expect(rows[0]["after"]?.contains("abab") == false)
            #expect(rows[0]["after"]?.contains("secret") == false)
            #expect(rows[1]["type"] == "Point")
            #expect(rows[2]["after"]?.contains("imei") == false)
        }
    }
}
