import Postgres
import Testing

@Suite("PostgresRows")
struct PostgresRowsTests {
    let rows = PostgresRows(
        columns: ["n", "t", "b", "d", "x", "nothing"],
        values: [["7", "七", "t", "1.5", "\\x00ff0A", nil], ["-1", "", "f", "NaN", "\\x", nil]])

    @Test("values are read by column name and type")
    func typed() throws {
        #expect(rows.count == 2)
        #expect(try rows.map { row in try row.int("n") } == [7, -1])
        #expect(try rows[0].text("t") == "七")
        #expect(try rows[0].bool("b"))
        #expect(try !rows[1].bool("b"))
        #expect(try rows[0].double("d") == 1.5)
        #expect(try rows[0].bytes("x") == [0, 255, 10])
        #expect(try rows[1].bytes("x") == [])
        #expect(rows[0]["t"] == "七")
        #expect(rows[1][0] == "-1")
    }

    @Test("NULL is nil where that is asked for, and else an error that names the column")
    func null() throws {
        #expect(rows[0]["nothing"] == nil)
        #expect(try rows[0].intIfPresent("nothing") == nil)
        #expect(throws: PostgresError.protocolViolation(message: "column nothing is NULL")) {
            try rows[0].int("nothing")
        }
    }

    @Test("a value of another shape is an error that does not quote it")
    func shape() {
        #expect(throws: PostgresError.protocolViolation(message: "column t does not hold a Int")) {
            try rows[0].int("t")
        }
        #expect(throws: PostgresError.self) { try rows[0].bytes("t") }
        #expect(throws: PostgresError.self) { try rows[0].bool("n") }
    }
}
