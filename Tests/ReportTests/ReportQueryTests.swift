import Testing

@testable import Report

@Suite("ReportQuery: the files of sql/queries")
struct ReportQueryTests {
    private let text = """
        -- 07 标题 一
        --
        -- What is asked.
        -- @param from date yesterday 起始日期
        -- @param least integer 3 次数下限
        -- @param note text - 备注
        -- @column service_date 日期
        SELECT :'from'::date AS service_date, '12:30'::time, :'least'::int -- a remark: 'x'
        WHERE :'note' = '' OR :'note' = 'a';
        """

    @Test("head, parameters, titles and text are read")
    func reads() throws {
        let query = try ReportQuery(fileName: "07-some-thing.sql", text: text)
        #expect(query.name == "07-some-thing" && query.number == 7 && query.title == "标题 一")
        #expect(query.summary == "What is asked.")
        #expect(query.parameters.map(\.name) == ["from", "least", "note"] && query.parameters[2].defaultValue == "")
        #expect(query.titles == ["service_date": "日期"])
    }

    @Test("values take the places of parameters as psql puts them, and a value is never read as SQL")
    func binds() throws {
        let query = try ReportQuery(fileName: "07-some-thing.sql", text: text)
        #expect(
            try query.select(["note": "O'Neill'; DROP TABLE x --"]) == """
                SELECT 'yesterday'::date AS service_date, '12:30'::time, '3'::int -- a remark: 'x'
                WHERE 'O''Neill''; DROP TABLE x --' = '' OR 'O''Neill''; DROP TABLE x --' = 'a'
                """)
    }

    @Test("a quote with a combining mark behind it is doubled too")
    func combiningMark() throws {
        let query = try ReportQuery(fileName: "07-some-thing.sql", text: text)
        let bytes = Array(try query.select(["note": "x'\u{301}"]).utf8)
        let expected = Array("OR 'x''\u{301}' = 'a'".utf8)
        #expect(bytes.indices.contains { bytes[$0...].starts(with: expected) })
    }

    @Test(
        "a wrong value is refused with what is accepted",
        arguments: [
            ("from", "2026-02-29", "YYYY-MM-DD, today or yesterday"),
            ("from", "1/6/2026", "YYYY-MM-DD, today or yesterday"),
            ("least", "3.5", "a whole number"),
        ])
    func refuses(parameter: String, value: String, accepted: String) throws {
        let query = try ReportQuery(fileName: "07-some-thing.sql", text: text)
        #expect(throws: ReportError.badValue(value, parameter: parameter, accepted: accepted)) {
            try query.select([parameter: value])
        }
    }

    @Test("a parameter that the query does not have is refused with those that it has")
    func unknown() throws {
        let query = try ReportQuery(fileName: "07-some-thing.sql", text: text)
        #expect(
            throws: ReportError.unknownParameter("street", query: "07-some-thing", accepted: ["from", "least", "note"])
        ) {
            try query.select(["street": "1"])
        }
    }

    @Test(
        "a file that does not keep to the form is named with its fault",
        arguments: [
            "-- 8 other number\nSELECT 1", "SELECT 1", "-- 7 x\n-- @param a date\nSELECT :'a'::date",
            "-- 7 x\nSELECT :'a'::date",
            "-- 7 x\n-- @param a colour red which\nSELECT :'a'",
        ])
    func badFiles(text: String) {
        #expect(throws: ReportError.self) { try ReportQuery(fileName: "07-x.sql", text: text) }
    }

    @Test("there is a file for each of the 21 questions, and a query is found by number, name, and name without number")
    func catalog() throws {
        #expect(QueryCatalog.all.map(\.number) == Array(1...21))
        for name in ["11", "11-same-day-clearance", "same-day-clearance"] {
            #expect(try QueryCatalog.named(name).number == 11)
        }
        #expect(throws: ReportError.unknownQuery("clearance")) { try QueryCatalog.named("clearance") }
    }
}
