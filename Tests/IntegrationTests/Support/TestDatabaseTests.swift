import Testing

@Suite("TestDatabase")
struct TestDatabaseTests {
    @Test(
        "the database of a connection string is replaced",
        arguments: [
            ("postgresql:///postgres?host=/run/x&port=5", "postgresql:///t?host=/run/x&port=5"),
            ("postgresql://u:p@h:5433/postgres", "postgresql://u:p@h:5433/t"),
            ("postgres://h", "postgres://h/t"),
            ("postgres://h?sslmode=disable", "postgres://h/t?sslmode=disable"),
            ("host=h dbname=a", "host=h dbname=a dbname=t"),
            ("", " dbname=t"),
        ])
    func url(server: String, expected: String) {
        #expect(TestDatabase.url(server, database: "t") == expected)
    }
}
