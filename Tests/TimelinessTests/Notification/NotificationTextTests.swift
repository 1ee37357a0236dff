import Foundation
import Testing

@testable import Timeliness

@Suite("NotificationText: messages for people")
struct NotificationTextTests {
    static func content(total: Int, named: Int, name: String = "西关小区1号桶站") -> NotificationContent {
        NotificationContent(
            kind: "late_collection", event: .raised, street: .init(code: "110114001", name: "城北街道"),
            windows: ["2026-06-01 04:00-07:00"], windowCount: 1, total: total,
            causes: [.init(cause: "no_visit", count: total - 1), .init(cause: "terminal_offline", count: 1)],
            subjects: (1...named).map { number in
                .init(
                    warning: number, code: "P\(number)", name: name, detail: "厨余垃圾", cause: "no_visit",
                    window: "2026-06-01 04:00-07:00")
            }, settled: 0, wasHeld: false)
    }

    @Test("one message says street, kind, how many, when and why, names the first and counts the others")
    func whole() {
        #expect(
            NotificationText.text(of: Self.content(total: 60, named: 3), limit: 18_000) == """
                【清运预警】城北街道 收集不及时 60 处
                时段：2026-06-01 04:00-07:00
                原因：车辆未到达 59，终端离线，待核实 1
                · #1 P1 西关小区1号桶站，厨余垃圾：车辆未到达
                · #2 P2 西关小区1号桶站，厨余垃圾：车辆未到达
                · #3 P3 西关小区1号桶站，厨余垃圾：车辆未到达
                另有 57 处
                """)
    }

    @Test(
        "it stays within the bytes of the receiver, on whole lines, and counts what it leaves out",
        arguments: [600, 1000, 4096, 18_000])
    func bounded(limit: Int) throws {
        for text in [
            NotificationText.text(of: Self.content(total: 300, named: 200), limit: limit),
            NotificationText.markdown(of: Self.content(total: 300, named: 200), limit: limit),
        ] {
            #expect(text.utf8.count <= limit)
            let named = text.components(separatedBy: "车辆未到达\n").count + (text.hasSuffix("车辆未到达") ? 1 : 0) - 1
            #expect(named > 0)
            #expect(text.hasSuffix("另有 \(300 - named) 处"), "\(named) named: \(text.suffix(60))")
        }
    }

    @Test("marks in names do not act on the reader's chat")
    func harmless() {
        let text = NotificationText.markdown(
            of: Self.content(total: 1, named: 1, name: "[点](http://x) @所有人 **粗** <font>#1\n\u{202E}"), limit: 4096)
        #expect(text.contains("［点］（http://x） ＠所有人 ＊＊粗＊＊ ＜font＞＃1"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test("several windows are listed, and each subject says its own")
    func windows() {
        var content = Self.content(total: 2, named: 2)
        content.windows = ["2026-06-01 22:00-23:00", "2026-06-02 01:00-02:00", "2026-06-02 04:00-05:00"]
        content.windowCount = 5
        content.wasHeld = true
        content.settled = 4
        content.subjects[0].window = "2026-06-01 22:00-23:00"
        let text = NotificationText.text(of: content, limit: 4096)
        #expect(
            text.contains("免打扰时段内的汇总\n时段：2026-06-01 22:00-23:00；2026-06-02 01:00-02:00；2026-06-02 04:00-05:00 等 5 个\n"))
        #expect(text.contains("P1 西关小区1号桶站，厨余垃圾，2026-06-01 22:00-23:00：车辆未到达"))
        #expect(text.hasSuffix("另有 4 条已在发送前解除，不再列出"))
    }

    @Test("every event and kind has words of its own")
    func words() {
        let words = NotificationEvent.allCases.map(\.chinese)
        #expect(Set(words).count == words.count)
        for kind in [
            "late_collection", "qualification_expiry", "scale_verification_expiry", "duty_absent", "duty_left_early",
            "duty_short",
        ] {
            #expect(NotificationText.kind(kind) != kind)
        }
        #expect(NotificationText.kind("new_kind") == "new＿kind")
    }

    @Test("every cause that the database takes has words of its own")
    func causes() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let schema = try String(contentsOf: folder.appending(path: "sql/schema.sql"), encoding: .utf8)
        for table in ["duty_task", "collection_task"] {
            let line = try #require(
                schema.split(separator: "\n").first { $0.contains("CONSTRAINT \(table)_cause_check ") })
            let causes = line.matches(of: /'([a-z_]+)'/).map { String($0.1) }
            #expect(causes.count >= 3)
            for cause in causes { #expect(NotificationText.cause(cause) != NotificationText.plain(cause), "\(cause)") }
        }
    }

    @Test("a withdrawal does not show the cause that it takes back")
    func withdrawal() {
        var content = Self.content(total: 2, named: 1)
        content.event = .withdrawn
        let text = NotificationText.text(of: content, limit: 4096)
        #expect(text.contains("· #1 P1 西关小区1号桶站，厨余垃圾\n"))
        #expect(!text.contains("原因") && !text.contains("车辆未到达"))
    }

    @Test("content survives the database")
    func coding() throws {
        let content = Self.content(total: 60, named: 3)
        #expect(try JSONDecoder().decode(NotificationContent.self, from: JSONEncoder().encode(content)) == content)
    }
}
