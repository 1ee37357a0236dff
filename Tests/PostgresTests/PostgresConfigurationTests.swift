import Testing

@testable import Postgres

@Suite("PostgresConfiguration")
struct PostgresConfigurationTests {
    let configuration = PostgresConfiguration(
        conninfo: "postgresql://anna:s3cret@db.example:5433/waste?sslmode=require", applicationName: "test")

    @Test("the password stays out of the description, in both forms")
    func redacted() {
        #expect(configuration.redactedDescription == "host=db.example port=5433 dbname=waste user=anna")
        let keywords = PostgresConfiguration(
            conninfo: "host=/run/pg user=anna password='s3 cret' dbname=d port=1", applicationName: "test")
        #expect(keywords.redactedDescription == "host=/run/pg port=1 dbname=d user=anna")
        let broken = PostgresConfiguration(conninfo: "password=s3cret oops", applicationName: "test")
        #expect(broken.redactedDescription == "unreadable connection string")
    }

    @Test("validation gives nil or one line", arguments: ["", "host=a", "postgresql:///d?host=/run/x&port=5"])
    func valid(conninfo: String) {
        #expect(PostgresConfiguration.validate(conninfo) == nil)
    }

    @Test("an unknown keyword is named")
    func invalid() {
        let reason = PostgresConfiguration.validate("hots=a")
        #expect(reason == "invalid connection option \"hots\"")
    }

    @Test("our defaults stand before the connection string, the encoding after it")
    func order() {
        let keywords = configuration.parameters { _ in nil }.map(\.keyword)
        #expect(
            keywords == [
                "fallback_application_name", "keepalives_idle", "keepalives_interval", "keepalives_count",
                "tcp_user_timeout", "connect_timeout", "dbname", "client_encoding",
            ])
    }

    @Test("PGCONNECT_TIMEOUT wins over our default")
    func environment() {
        let parameters = configuration.parameters { $0 == "PGCONNECT_TIMEOUT" ? "9" : nil }
        #expect(!parameters.contains { $0.keyword == "connect_timeout" })
    }
}
