import CommandSupport
import Testing

@testable import qingyun

@Suite("TextTable")
struct TextTableTests {
    @Test("columns are as wide as their widest cell, numbers stand to the right")
    func aligned() {
        var table = TextTable(columns: ["name", "n", "x"], numeric: [1])
        table.append(["a", "5", "one"])
        table.append(["longer", "1234", ""])
        #expect(
            table.rendered(as: .table) == """
                name       n  x
                ------  ----  ---
                a          5  one
                longer  1234
                (2 rows)

                """)
    }

    @Test("a table without rows has its head, and one row is one row")
    func count() {
        var table = TextTable(columns: ["a"])
        #expect(table.rendered(as: .table) == "a\n-\n(0 rows)\n")
        table.append(["b"])
        #expect(table.rendered(as: .table) == "a\n-\nb\n(1 row)\n")
    }

    /// Widths by Unicode Standard Annex 11: W and F take two columns.
    @Test(
        "characters that are two columns wide are counted as two",
        arguments: [
            ("京A12345", 8), ("清运车辆", 8), ("（一）", 6), ("ａ１", 4), ("、。", 4), ("カタ", 4), ("한", 2), ("㐀", 2), ("￥", 2),
            ("𠀀", 2),
            ("abc", 3), ("é", 1), ("ｶ", 1), ("·", 1), ("", 0),
        ])
    func widths(text: String, width: Int) {
        var table = TextTable(columns: ["", "end"])
        table.append([text, "|"])
        let lines = table.rendered(as: .table).split(separator: "\n", omittingEmptySubsequences: false)
        // The line below the head is as long as the widest cell; behind the cell come two spaces.
        #expect(lines[1] == String(repeating: "-", count: width) + "  ---")
        #expect(lines[2] == text + "  |")
    }

    @Test("a short cell above and below Chinese text is filled up to its width")
    func chinese() {
        var table = TextTable(columns: ["plate", "km"], numeric: [1])
        table.append(["京A12345", "7"])
        table.append(["测试车", "12345"])
        #expect(
            table.rendered(as: .table) == """
                plate        km
                --------  -----
                京A12345      7
                测试车    12345
                (2 rows)

                """)
    }

    @Test("CSV has a head and no other text")
    func csv() {
        var table = TextTable(columns: ["a", "b"], numeric: [1])
        table.append(["京A12345", "7"])
        table.append(["", " x "])
        #expect(table.rendered(as: .csv) == "a,b\n京A12345,7\n, x \n")
    }

    /// RFC 4180, 2.6 and 2.7.
    @Test(
        "CSV quotes what would break it",
        arguments: [
            ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
            ("a\rb", "\"a\rb\""),
            ("a\r\nb", "\"a\r\nb\""), ("plain", "plain"), ("a;b", "a;b"),
        ])
    func quoting(field: String, quoted: String) {
        var table = TextTable(columns: ["x"])
        table.append([field])
        #expect(table.rendered(as: .csv) == "x\n" + quoted + "\n")
    }
}
