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
        // Files instead of pipes: nothing to read concurrently, whatever the size.
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = { (name: String) in folder.appending(path: name).path }
        for name in ["in", "out", "err"] {
            try Data((name == "in" ? input : "").utf8).write(to: URL(fileURLWithPath: file(name)))
        }
        let process = try ChildProcess(
            BuiltProduct.url(name), arguments: arguments,
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }, input: file("in"),
            output: file("out"), errors: file("err"))
        let status = try await eventually("the end of \(name)", within: .seconds(120)) { process.exitStatus }
        return FinishedCommand(
            status: status, output: try String(contentsOfFile: file("out"), encoding: .utf8),
            errors: try String(contentsOfFile: file("err"), encoding: .utf8))
    }
}
