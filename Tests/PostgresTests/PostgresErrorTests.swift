import Testing

@testable import Postgres

@Suite("PostgresError")
struct PostgresErrorTests {
    static func server(_ state: String, constraint: String? = nil, message: String = "m") -> PostgresError {
        .server(SQLState(rawValue: state), message: message, constraint: constraint)
    }

    @Test(
        "what may succeed when sent again is transient",
        arguments: [
            "08006", "08003", "25006", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "57P03", "58030",
        ])
    func transient(state: String) {
        #expect(Self.server(state).isTransient)
        #expect(!Self.server(state).isDataError)
    }

    @Test(
        "a value at fault is a data error, for ever",
        arguments: ["08P01", "22003", "22021", "22P02", "22P03", "22P04", "23502", "23503", "23514"])
    func dataErrors(state: String) {
        #expect(Self.server(state).isDataError)
        #expect(!Self.server(state).isTransient)
    }

    @Test("schema and permission errors are neither", arguments: ["42P01", "42501", "42703", "25P02", "XX000"])
    func neither(state: String) {
        #expect(!Self.server(state).isTransient)
        #expect(!Self.server(state).isDataError)
    }

    @Test("a lost or refused connection is transient, our misuse is not")
    func withoutServer() {
        #expect(PostgresError.connectFailed(message: "").isTransient)
        #expect(PostgresError.connectionLost(message: "").isTransient)
        #expect(!PostgresError.protocolViolation(message: "").isTransient)
        #expect(!PostgresError.protocolViolation(message: "").isDataError)
    }

    @Test("a unique violation is asked for by name")
    func unique() {
        #expect(Self.server("23505").isUniqueViolation)
        #expect(!Self.server("23505").isDataError)
        #expect(!Self.server("23505").isTransient)
        #expect(!Self.server("23514").isUniqueViolation)
    }

    @Test("a missing partition has no constraint name, in any language of the server")
    func missingPartition() {
        #expect(Self.server("23514", message: "no partition of relation \"fix\" found for row").isMissingPartition)
        #expect(Self.server("23514", message: "没有为行找到关系\"fix\"的分区").isMissingPartition)
        #expect(!Self.server("23514", constraint: "fix_speed_check").isMissingPartition)
        #expect(!Self.server("23514", message: "new row violates partition constraint").isMissingPartition)
        #expect(!Self.server("23505").isMissingPartition)
    }

    @Test("descriptions are one line and keep the SQLSTATE")
    func description() {
        let error = PostgresError.server(.uniqueViolation, message: "duplicate key", constraint: "k", table: "t")
        #expect("\(error)" == "PostgreSQL error 23505: duplicate key (constraint k of t)")
        #expect("\(Self.server("42P01"))" == "PostgreSQL error 42P01: m")
    }

    @Test("libpq's text becomes one line, without its advice")
    func oneLine() {
        let text = """
            connection to server at "db" (10.0.0.1), port 5432 failed: Connection refused
            \tIs the server running on that host and accepting TCP/IP connections?
            connection to server at "db" (10.0.0.2), port 5432 failed: timeout expired\r

            """
        #expect(
            PostgresError.oneLine(text) == """
                connection to server at "db" (10.0.0.1), port 5432 failed: Connection refused; \
                connection to server at "db" (10.0.0.2), port 5432 failed: timeout expired
                """)
        #expect(PostgresError.oneLine("") == "")
    }

    @Test("the class is the first two characters")
    func classCode() {
        #expect(SQLState.uniqueViolation.classCode == "23")
        #expect(SQLState(rawValue: "").classCode == "")
    }
}
