import Foundation
import NIOCore
import Operations
import Testing

@testable import Ingest

@Suite("MediaFiles")
struct MediaFilesTests {
    private static func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-media-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private static func keep(_ count: Int, as path: String, in files: MediaFiles) async -> MediaFiles.Outcome {
        await withCheckedContinuation { continuation in
            files.keep(ByteBuffer(repeating: 0x41, count: count), as: path) { continuation.resume(returning: $0) }
        }
    }

    @Test("a file is written once, in folders that are made, and counts once")
    func once() async throws {
        try await Self.withFolder { folder in
            let files = try MediaFiles(directory: folder.path, limitBytes: 1_000)
            for _ in 0..<2 { #expect(await Self.keep(600, as: "a/b/1.jpg", in: files) == .kept(path: "a/b/1.jpg")) }
            #expect(files.bytesHeld == 600)
            #expect(try Data(contentsOf: folder.appending(path: "a/b/1.jpg")) == Data(repeating: 0x41, count: 600))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "a/b").path) == ["1.jpg"])
        }
    }

    @Test("what an earlier run left counts against the bound")
    func bound() async throws {
        try await Self.withFolder { folder in
            let first = try MediaFiles(directory: folder.path, limitBytes: 1_000)
            #expect(await Self.keep(600, as: "a/1.jpg", in: first) == .kept(path: "a/1.jpg"))
            let second = try MediaFiles(directory: folder.path, limitBytes: 1_000)
            #expect(await Self.keep(401, as: "a/2.jpg", in: second) == .notKept(.noRoom))
            #expect(await Self.keep(400, as: "a/3.jpg", in: second) == .kept(path: "a/3.jpg"))
        }
    }

    @Test("a disk that does not take it, and a folder that cannot be, are said")
    func failures() async throws {
        try await Self.withFolder { folder in
            let files = try MediaFiles(directory: folder.path, limitBytes: 1_000)
            // A file stands where a folder must be.
            try Data().write(to: folder.appending(path: "a"))
            #expect(await Self.keep(10, as: "a/1.jpg", in: files) == .notKept(.failed))
            #expect(throws: SettingsError.self) {
                try MediaFiles(directory: folder.appending(path: "a/b").path, limitBytes: 1_000)
            }
        }
    }
}
