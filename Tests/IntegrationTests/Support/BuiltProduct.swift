import Foundation

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
        let process = Process()
        process.executableURL = BuiltProduct.url(name)
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        // Files instead of pipes: nothing to read concurrently, whatever the size.
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ["in", "out", "err"].map { name in
            let url = folder.appending(path: name)
            try Data((name == "in" ? input : "").utf8).write(to: url)
            return name == "in" ? try FileHandle(forReadingFrom: url) : try FileHandle(forWritingTo: url)
        }
        process.standardInput = files[0]
        process.standardOutput = files[1]
        process.standardError = files[2]
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        return FinishedCommand(
            status: process.terminationStatus,
            output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
    }
}
