import CommandSupport
import FieldReport
import TestSupport
import Testing

@testable import qingyun

@Suite("FieldTable")
struct FieldTableTests {
    @Test("no line of any vector is wider than 100 columns", arguments: VectorFile.all)
    func width(_ vector: Vector) {
        let table = FieldTable.rendered(FrameExplainer().explain(vector.bytes).stream)
        for line in table.split(separator: "\n") { #expect(TextTable.width(of: String(line)) <= 100, "\(line)") }
    }

    /// 0x0002 with serial 10, whose XOR is 81: counted by hand.
    @Test("a heartbeat is told in columns")
    func heartbeat() {
        let table = FieldTable.rendered(
            FrameExplainer().explain(Hex.bytes("7e000200000123456789 00000a817e") ?? []).stream)
        let lines = table.split(separator: "\n").map { String($0) }
        #expect(lines.count == 16)
        #expect(lines.first == "offset  bytes                    field                       value and meaning")
        #expect(lines.contains { $0.hasPrefix("     5  01 23 45 67 89 00            phone  ") })
        #expect(lines.last == "    14  7e                       flag")
    }

    @Test("of many bytes the first are shown, and how many there are more")
    func long() {
        let bytes = [UInt8](repeating: 0xAA, count: 1_000)
        let field = ExplainedField(range: 0..<1_000, name: "data")
        let table = FieldTable.rendered(Explanation(bytes: bytes, fields: [field]))
        #expect(table.contains("… 936 more bytes"))
    }

    @Test("what a device sends does not act on the terminal")
    func harmless() {
        let field = ExplainedField(range: 0..<1, name: "text", value: .text("\u{1B}[2J"))
        #expect(FieldTable.rendered(Explanation(bytes: [0x41], fields: [field])).contains("\u{1B}") == false)
    }
}
