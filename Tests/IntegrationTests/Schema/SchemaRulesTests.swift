import Postgres
import Schema
import Testing

/// docs/architecture.md, "rules that keep the schema distributable": each is asked of the catalogue.
@Suite("Schema: its rules hold", .enabled(if: TestDatabase.isEnabled))
struct SchemaRulesTests {
    private func violations(_ sql: String) async throws -> [String] {
        try await TestDatabase.withSchema { database in
            // With partitions in place, so that what they inherit is looked at too.
            _ = try database.query("SELECT telemetry.ensure_day(date '2026-08-17')")
            return try database.query(sql).map { $0[0] ?? "?" }
        }
    }

    @Test("terminal_id bigint not null stands in every telemetry table and first in every primary key and unique index")
    func terminalIDFirst() async throws {
        #expect(
            try await violations(
                """
                SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = 'telemetry' AND c.relkind IN ('r', 'p') AND NOT EXISTS (
                    SELECT FROM pg_attribute AS a
                    WHERE a.attrelid = c.oid AND a.attname = 'terminal_id' AND a.atttypid = 'bigint'::regtype AND a.attnotnull
                )
                UNION ALL
                SELECT i.indexrelid::regclass::text FROM pg_index AS i
                JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE n.nspname = 'telemetry' AND i.indisunique AND a.attname <> 'terminal_id'
                """) == [])
    }

    @Test("no serial or identity columns, foreign keys, triggers or rules in telemetry, and none that point at it")
    func nothingThatCannotBeDistributed() async throws {
        #expect(
            try await violations(
                """
                SELECT c.relname || '.' || a.attname FROM pg_attribute AS a
                JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
                LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE n.nspname = 'telemetry'
                    AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%')
                UNION ALL
                SELECT conname FROM pg_constraint AS k
                WHERE k.contype = 'f' AND 'telemetry' IN (
                    SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                    WHERE c.oid IN (k.conrelid, k.confrelid)
                )
                UNION ALL
                SELECT t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
                JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'telemetry'
                UNION ALL
                SELECT rulename FROM pg_rules WHERE schemaname = 'telemetry'
                """) == [])
    }

    @Test("telemetry tables have one level of partitions, by range, and no DEFAULT partition")
    func partitions() async throws {
        #expect(
            try await violations(
                """
                SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname = 'telemetry' AND (
                    c.relkind = 'r' AND NOT c.relispartition
                    OR c.relkind = 'p' AND c.relispartition
                    OR c.relispartition AND pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT'
                )
                UNION ALL
                SELECT p.partrelid::regclass::text FROM pg_partitioned_table AS p WHERE p.partstrat <> 'r'
                """) == [])
    }

    @Test("every schema, table, view, column and function of ours has a comment")
    func comments() async throws {
        #expect(
            try await violations(
                """
                WITH ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('registry', 'telemetry', 'ops', 'stats', 'report'))
                SELECT nspname::text FROM ours WHERE obj_description(oid, 'pg_namespace') IS NULL
                UNION ALL
                SELECT c.oid::regclass::text FROM pg_class AS c JOIN ours ON ours.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm') AND obj_description(c.oid, 'pg_class') IS NULL
                UNION ALL
                SELECT c.oid::regclass || '.' || a.attname FROM pg_attribute AS a
                JOIN pg_class AS c ON c.oid = a.attrelid JOIN ours ON ours.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
                    AND col_description(c.oid, a.attnum) IS NULL
                UNION ALL
                SELECT f.oid::regprocedure::text FROM pg_proc AS f JOIN ours ON ours.oid = f.pronamespace
                WHERE obj_description(f.oid, 'pg_proc') IS NULL
                """) == [])
    }

    @Test("additional_items walks by length, gives an empty value for length 0, and what is left over last")
    func additionalItems() async throws {
        try await TestDatabase.withSchema { database in
            let rows = try database.query(
                "SELECT item_id, encode(value, 'hex') AS value FROM telemetry.additional_items('\\x5102aabb e000 5102ccdd 3105ff')"
            )
            #expect(rows.map { $0["item_id"] } == ["81", "224", "81", nil])
            #expect(rows.map { $0["value"] } == ["aabb", "", "ccdd", "3105ff"])
        }
    }

    @Test("a day's bounds do not depend on the caller's settings, and a detached partition's name is passed over")
    func ensureDay() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            try session.execute("SET datestyle = 'SQL, DMY'; SET timezone = 'Asia/Shanghai'")
            let made = try session.query("SELECT telemetry.ensure_day(date '2031-02-03') AS made")[0].int("made")
            // connection_event, fix, lift, load_sample, media, message, quarantine, station_weighing, tag_read
            #expect(made == 9)
            try session.execute("SET datestyle = 'ISO'; SET timezone = 'UTC'")
            let bounds = try session.query(
                "SELECT pg_get_expr(relpartbound, oid) AS bounds FROM pg_class WHERE relname = 'fix_20310203'")
            #expect(bounds[0]["bounds"] == "FOR VALUES FROM ('2031-02-02 16:00:00+00') TO ('2031-02-03 16:00:00+00')")

            try session.execute("ALTER TABLE telemetry.fix DETACH PARTITION telemetry.fix_20310203")
            for expected in [1, 0] {
                let again = try session.query("SELECT telemetry.ensure_day(date '2031-02-03') AS made")[0].int("made")
                #expect(again == expected)
            }
            let partitions = try session.query(
                "SELECT partition_name FROM telemetry.day_partition WHERE table_name = 'fix' AND day = '2031-02-03'")
            #expect(partitions.map { $0["partition_name"] } == ["fix_20310203_2"])
        }
    }
}
