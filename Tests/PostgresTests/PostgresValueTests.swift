import Libpq
import Testing

@testable import Postgres

@Suite("PostgresValue")
struct PostgresValueTests {
    @Test("literals make values")
    func literals() {
        let values: [PostgresValue] = [nil, "a", 1, true, 1.5]
        #expect(values == [.null, .text("a"), .int(1), .bool(true), .double(1.5)])
    }

    @Test("only bytes travel in binary, with their type")
    func parameters() {
        #expect(PostgresValue.bytes([0]).parameter == .binary([0]))
        #expect(PostgresValue.bytes([0]).type == 17)
        #expect(PostgresValue.bool(false).parameter == .text("f"))
        #expect(PostgresValue.int(-3).parameter == .text("-3"))
        #expect(PostgresValue.int(-3).type == 0)
        #expect(PostgresValue.double(.infinity).parameter == .text("inf"))
        #expect(PostgresValue.null.parameter == .null)
    }
}
