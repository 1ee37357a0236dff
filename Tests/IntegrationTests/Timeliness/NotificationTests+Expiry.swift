import Postgres
import Testing
import Timeliness

/// Licences that end.
extension NotificationTests {
    private func check(_ fixture: WarningFixture, _ at: String) throws -> [String: Int] {
        let session = try fixture.database.session()
        defer { session.close() }
        return try TimelinessCheck(session).check(at: at).events
    }

    @Test("a licence that is entered ten days before its end is told of at once, and once more when it has ended")
    func foundLate() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 09:00+08")
                let sender = sender(setup, fixture.database, clock)
                // Its warning was due on 12 May, thirty days before 11 June.
                try fixture.database.execute(
                    """
                    INSERT INTO registry.carrier (code, name) VALUES ('C1', '昌环一公司');
                    INSERT INTO registry.carrier_qualification (carrier_id, kind, certificate_no, valid)
                    SELECT carrier_id, 'collection', '证001', '[2023-06-11,2026-06-11)' FROM registry.carrier
                    """)
                #expect(try check(fixture, "2026-06-01 09:00+08") == ["raise": 1])
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[0].hasPrefix("【清运预警】收运资质到期 1 条\n原因：即将到期 1\n"), "\(texts(server))")
                // Who has taken it on hears of its end too.
                let number = try fixture.database.count("SELECT warning_id FROM ops.warning")
                let session = try fixture.database.session()
                defer { session.close() }
                try WarningRegister(session).act(.acknowledge, on: [number], actor: "张三", reason: nil)
                #expect(try check(fixture, "2026-06-11 00:10+08") == ["revise": 1])
                clock.set("2026-06-11 00:11+08")
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[1].hasPrefix("【清运预警】收运资质到期 1 条\n原因：已到期 1\n"), "\(texts(server))")
            }
        }
    }

    @Test("what was written of a licence more than three days ago is old news")
    func oldExpiry() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let sender = sender(setup, fixture.database, Clock("2026-06-05 09:00+08"))
                for (subject, written) in [("old", "2026-06-02 08:59+08"), ("new", "2026-06-02 09:01+08")] {
                    try fixture.database.execute(
                        """
                        WITH w AS (
                            INSERT INTO ops.warning (kind, subject, raised_at, service_date)
                            VALUES ('qualification_expiry', '\(subject)', '2026-05-12 00:00+08', '2026-05-12') RETURNING warning_id
                        )
                        INSERT INTO ops.warning_event (warning_id, at, written_at, seq, action, state, cause, actor)
                        SELECT warning_id, '2026-05-12 00:00+08', '\(written)', 1, 'raise', 'raised', 'expiring', 'timeliness' FROM w
                        """)
                }
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[0].contains(" new ") && !texts(server)[0].contains(" old "), "\(texts(server))")
            }
        }
    }
}
