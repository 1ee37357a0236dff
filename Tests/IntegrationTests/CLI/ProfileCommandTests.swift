import Foundation
import Testing

@Suite("qingyun profile")
struct ProfileCommandTests {
    @Test("check ends with 0 and a line for what is sound, with 64 and every error for what is not")
    func check() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sound = folder.appending(path: "maker.yaml").path
        let wrong = folder.appending(path: "wrong.yaml").path
        try "name: maker\nsummary: x\nrules:\n  - {item: 0xe5, fuel: {at: 0, type: u8, unit: l}}\n"
            .write(toFile: sound, atomically: false, encoding: .utf8)
        try "name: wrong\nsummary: x\nrules:\n  - {item: 0, fuel: {at: 0, type: u8, unit: kg}}\n"
            .write(toFile: wrong, atomically: false, encoding: .utf8)

        let good = try await FinishedCommand.run("qingyun", ["profile", "check", sound])
        #expect(good.status == 0)
        #expect(good.output == "\(sound): maker is sound, 1 rules\n")
        let bad = try await FinishedCommand.run("qingyun", ["profile", "check", wrong, sound])
        #expect(bad.status == 64)
        #expect(
            bad.errorLines == [
                "\(wrong):4:12: item is '0'; accepted: a whole number, 1 to 255, decimal or with 0x in front",
                "\(wrong):4:45: unit is 'kg'; accepted: ml, l, each with a number above 0 in front at will, such as '0.1 l' "
                    + "(up to 9 digits)",
            ])
        #expect(bad.output.contains("maker is sound"))
        let missing = try await FinishedCommand.run("qingyun", ["profile", "check", "\(folder.path)/none.yaml"])
        #expect(missing.status == 64)

        let list = try await FinishedCommand.run("qingyun", ["profile", "list", "--profile-dir", folder.path])
        #expect(list.status == 64, "the folder holds a wrong one")
        try FileManager.default.removeItem(atPath: wrong)
        let listed = try await FinishedCommand.run(
            "qingyun", ["profile", "list"], environment: ["QINGYUN_PROFILE_DIR": folder.path])
        #expect(listed.output.hasPrefix("standard "))
        #expect(listed.output.contains("\nmaker "))
        #expect(listed.output.contains("\ncard-e1 "))
    }

    @Test("a shipped profile is shown as it was written, and is sound under its own name")
    func show() async throws {
        let shown = try await FinishedCommand.run("qingyun", ["profile", "show", "card-e1"])
        #expect(shown.status == 0)
        #expect(shown.output.contains("name: card-e1\n"))
        let unknown = try await FinishedCommand.run("qingyun", ["profile", "show", "nobody"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("qingyun profile list"))
    }

    @Test("decode says what a profile finds; a name that is none is refused")
    func decode() async throws {
        // A position with item 0xe1 of 4 bytes: the vector con-0200-03.
        let frame =
            "7e02000022013912345673000600000000000c000301dc89c0073d8aa4000800c8005a2509120815"
            + "30e10412345678f67e\n"
        let found = try await FinishedCommand.run("qingyun", ["decode", "--profile", "card-e1"], input: frame)
        #expect(found.output.contains(#""tag":{"bytes":"12345678","technology":0}"#))
        let plain = try await FinishedCommand.run("qingyun", ["decode"], input: frame)
        #expect(!plain.output.contains("interpreted"))
        let refused = try await FinishedCommand.run("qingyun", ["decode", "--profile", "nobody"], input: frame)
        #expect(refused.status == 64)
    }
}
