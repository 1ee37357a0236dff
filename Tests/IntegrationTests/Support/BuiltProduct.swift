import Foundation
import Testing

/// The executables that were built with these tests.
enum BuiltProduct {
    /// The folder of the test runner, which is where SwiftPM puts every product.
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    static func url(_ name: String) -> URL { folder.appending(path: name) }
}

/// A command that ran to its end.
struct FinishedCommand: Sendable {
    let status: Int32
    let output: String
    let errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }

    /// Runs a built executable with `environment` in place of ours (only PATH is kept).
    static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> FinishedCommand {
        try await BackgroundCommand(name, arguments, environment: environment, input: input).end()
    }
}

/// A command that runs while the test goes on.
final class BackgroundCommand: Sendable {
    private let name: String
    private let process: ChildProcess
    private let folder: URL

    init(_ name: String, _ arguments: [String], environment: [String: String] = [:], input: String = "") throws {
        // Files instead of pipes: nothing to read concurrently, whatever the size.
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = { (name: String) in folder.appending(path: name).path }
        for name in ["in", "out", "err"] {
            try Data((name == "in" ? input : "").utf8).write(to: URL(fileURLWithPath: file(name)))
        }
        process = try ChildProcess(
            BuiltProduct.url(name), arguments: arguments,
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }, input: file("in"),
            output: file("out"), errors: file("err"))
        self.name = name
        self.folder = folder
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Asks it to end.
    func terminate() { process.send(signal: SIGTERM) }

    /// Waits for its end.
    func end() async throws -> FinishedCommand {
        let status = try await eventually("the end of \(name)") { process.exitStatus }
        let text = { (name: String) in
            try String(contentsOf: self.folder.appending(path: name), encoding: .utf8)
        }
        return FinishedCommand(status: status, output: try text("out"), errors: try text("err"))
    }
}
