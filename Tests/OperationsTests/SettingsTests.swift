import Foundation
import Testing

@testable import Operations

@Suite("Settings")
struct SettingsTests {
    enum Color: String, CaseIterable {
        case red
        case green
    }

    /// Runs `body` with the path of a file that holds `text`, and removes it afterwards.
    private func withFile<Result>(_ text: String, _ body: (String) async throws -> Result) async throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).conf").path()
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }

    private func settings(
        flags: [String: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) async throws -> Settings {
        guard let file else { return try await Settings(flags: flags, environment: environment) }
        return try await withFile(file) { try await Settings(flags: flags, environment: environment, filePath: $0) }
    }

    private func refusal(_ body: () throws -> Void) throws -> String {
        let error = try #require(throws: SettingsError.self) { try body() }
        #expect(error.description.split(whereSeparator: \.isNewline).count == 1)
        return error.description
    }

    // MARK: Precedence

    @Test("a flag wins over the environment, that over the file, that over the default")
    func precedence() async throws {
        let flags = ["journal-dir": "flag"]
        let environment = ["QINGYUN_JOURNAL_DIR": "environment"]
        let file = "journal-dir: file\n"
        #expect(
            try await settings(flags: flags, environment: environment, file: file).text(
                "journal-dir", default: "default") == "flag")
        #expect(
            try await settings(environment: environment, file: file).text("journal-dir", default: "default")
                == "environment")
        #expect(try await settings(flags: flags, file: file).text("journal-dir", default: "default") == "flag")
        #expect(try await settings(file: file).text("journal-dir", default: "default") == "file")
        #expect(try await settings(file: "other: 1\n").text("journal-dir", default: "default") == "default")
        #expect(try await settings().text("journal-dir", default: "default") == "default")
    }

    @Test("each key has its own source")
    func mixed() async throws {
        let settings = try await settings(
            flags: ["lanes": "1"], environment: ["QINGYUN_BATCH_ROWS": "2"],
            file: "lanes: 7\nbatch-rows: 8\nbatch-bytes: 3\n")
        #expect(try settings.integer("lanes", default: 0, in: 0...9) == 1)
        #expect(try settings.integer("batch-rows", default: 0, in: 0...9) == 2)
        #expect(try settings.integer("batch-bytes", default: 0, in: 0...9) == 3)
        #expect(try settings.integer("unset", default: 4, in: 0...9) == 4)
    }

    @Test("the environment may name the file, and a flag's file wins over it")
    func fileFromEnvironment() async throws {
        try await withFile("lanes: 3\n") { inEnvironment in
            let environment = ["QINGYUN_CONFIG": inEnvironment]
            let settings = try await Settings(flags: [:], environment: environment)
            #expect(try settings.integer("lanes", default: 1, in: 1...9) == 3)
            try await withFile("lanes: 4\n") { path in
                let settings = try await Settings(flags: [:], environment: environment, filePath: path)
                #expect(try settings.integer("lanes", default: 1, in: 1...9) == 4)
            }
        }
    }

    @Test("an empty QINGYUN_CONFIG names no file")
    func emptyFileName() async throws {
        let settings = try await settings(environment: ["QINGYUN_CONFIG": ""])
        #expect(try settings.text("lanes", default: "default") == "default")
    }

    // MARK: Kinds of value

    @Test(
        "a number and a text are read from YAML and JSON alike",
        arguments: [
            "lanes: 4\nlisten: 0.0.0.0:7808\n", "lanes: \"4\"\nlisten: \"0.0.0.0:7808\"\n",
            "lanes: '4'\nlisten: '0.0.0.0:7808'\n",
            "# a comment\n\nlanes:   4   # behind it\nlisten: 0.0.0.0:7808\n",
            #"{"lanes": 4, "listen": "0.0.0.0:7808"}"#, #"{"lanes": "4", "listen": "0.0.0.0:7808"}"#,
        ])
    func scalars(file: String) async throws {
        let settings = try await settings(file: file)
        #expect(try settings.integer("lanes", default: 1, in: 1...9) == 4)
        #expect(try settings.text("lanes", default: "") == "4")
        #expect(
            try settings.listenAddress("listen", default: ListenAddress(host: "x", port: 0))
                == ListenAddress(host: "0.0.0.0", port: 7808))
    }

    @Test("a whole number inside the range is accepted, ends included", arguments: [1, 2, 64])
    func integers(value: Int) async throws {
        #expect(try await settings(flags: ["lanes": "\(value)"]).integer("lanes", default: 8, in: 1...64) == value)
    }

    @Test("a choice is one of the cases")
    func choice() async throws {
        #expect(try await settings(flags: ["color": "green"]).choice("color", default: Color.red) == .green)
        #expect(try await settings().choice("color", default: Color.red) == .red)
    }

    @Test(
        "an empty text is no text where none is needed",
        arguments: [
            (["journal-dir": ""], [:]), ([:], ["QINGYUN_JOURNAL_DIR": ""]), ([:], [:]),
        ] as [([String: String], [String: String])])
    func empty(flags: [String: String], environment: [String: String]) async throws {
        #expect(try await settings(flags: flags, environment: environment).textIfPresent("journal-dir") == nil)
    }

    // MARK: Refusals

    @Test(
        "a refusal names key, source, value and what is accepted",
        arguments: ["0", "65", "-1", "4.5", "four", "", " 4", "99999999999999999999"])
    func badInteger(value: String) async throws {
        let accepted = "'\(value)' is not accepted; accepted: a whole number from 1 to 64"
        let byFlag = try await settings(flags: ["writers-per-lane": value])
        #expect(
            try refusal { _ = try byFlag.integer("writers-per-lane", default: 2, in: 1...64) }
                == "--writers-per-lane: \(accepted)")
        let byEnvironment = try await settings(environment: ["QINGYUN_WRITERS_PER_LANE": value])
        #expect(
            try refusal { _ = try byEnvironment.integer("writers-per-lane", default: 2, in: 1...64) }
                == "QINGYUN_WRITERS_PER_LANE: \(accepted)")
        try await withFile("writers-per-lane: \"\(value)\"\n") { path in
            let byFile = try await Settings(flags: [:], environment: [:], filePath: path)
            #expect(
                try refusal { _ = try byFile.integer("writers-per-lane", default: 2, in: 1...64) }
                    == "writers-per-lane in \(path): \(accepted)")
        }
    }

    @Test(
        "numbers of a file that are not whole, and truths, are no whole numbers", arguments: ["4.5", "true", "0", "65"])
    func badScalar(value: String) async throws {
        for file in ["lanes: \(value)\n", "{\"lanes\": \(value)}"] {
            let settings = try await settings(file: file)
            let message = try refusal { _ = try settings.integer("lanes", default: 2, in: 1...64) }
            #expect(message.hasPrefix("lanes in "))
            #expect(message.hasSuffix("'\(value)' is not accepted; accepted: a whole number from 1 to 64"))
        }
    }

    @Test("a choice and an address say what is accepted")
    func otherRefusals() async throws {
        let settings = try await settings(flags: ["color": "blue", "listen": "nowhere"])
        #expect(
            try refusal { _ = try settings.choice("color", default: Color.red) }
                == "--color: 'blue' is not accepted; accepted: red or green")
        let message = try refusal {
            _ = try settings.listenAddress("listen", default: ListenAddress(host: "x", port: 0))
        }
        #expect(message.hasPrefix("--listen: 'nowhere' is not accepted; accepted: HOST:PORT"))
    }

    @Test(
        "a list is not taken for a value",
        arguments: ["lanes: [1, 2]\n", "lanes:\n  - 1\n  - 2\n", "{\"lanes\": [1, 2]}", "lanes: [a, b]\n"])
    func list(file: String) async throws {
        let settings = try await settings(file: file)
        let message = try refusal { _ = try settings.integer("lanes", default: 2, in: 1...64) }
        #expect(message.hasPrefix("lanes in "))
        #expect(message.contains("list"))
    }

    @Test("a refused text of many lines is shown on one")
    func oneLine() async throws {
        let settings = try await settings(flags: ["lanes": "1\n2\r\n3" + String(repeating: "4", count: 5000)])
        let message = try refusal { _ = try settings.integer("lanes", default: 2, in: 1...64) }
        #expect(message.hasPrefix("--lanes: '1 2 3444"))
        #expect(message.count < 400)
    }

    // MARK: The file

    @Test("a file that is not there is an error in one line that names it")
    func missingFile() async throws {
        let error = try await #require(throws: SettingsError.self) {
            _ = try await Settings(flags: [:], environment: [:], filePath: "/nonexistent/qingyun.yaml")
        }
        #expect(error.description.hasPrefix("configuration file /nonexistent/qingyun.yaml: "))
        #expect(error.description.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test(
        "a broken file is an error in one line that names it",
        arguments: ["lanes: [1, 2\n", "{\"lanes\": 4", "a: b: c\n", "\t- x\n: :\n"])
    func brokenFile(text: String) async throws {
        try await withFile(text) { path in
            let error = try await #require(throws: SettingsError.self) {
                _ = try await Settings(flags: [:], environment: [:], filePath: path)
            }
            #expect(error.description.hasPrefix("configuration file \(path): "))
            #expect(error.description.split(whereSeparator: \.isNewline).count == 1)
        }
    }
}
