import Foundation

/// A folder of one test's own, gone when the test is done.
enum ScratchFolder {
    /// Makes it with these files in it.
    static func with<R>(_ files: [String: String] = [:], _ body: (URL) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try await body(folder)
    }
}
