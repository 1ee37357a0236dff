import Foundation
import Testing

@testable import Ingest
@testable import Registry

@Suite("RegistryCache")
struct RegistryCacheTests {
    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-cache-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private static var contents: RegistryCache.Contents {
        var reported = ReportedFacts()
        reported.plateNumber = "京A12345"
        return RegistryCache.Contents(
            database: "host=db",
            terminals: [
                Terminal(
                    id: 7, number: "13900000001", status: .active, authentication: .code, profile: "card-e1",
                    reported: reported)
            ], keys: [AuthenticationKey(id: 3, secret: [0, 1, 255])],
            scales: [Scale(terminalID: 8, code: "S8", dialect: "toledo")])
    }

    @Test("what was written is read again, by its owner only")
    func roundTrip() throws {
        try Self.withFolder { folder in
            let cache = RegistryCache(directory: folder.path)
            #expect(try cache.read(for: "host=db") == nil)
            try cache.write(Self.contents)
            try cache.write(Self.contents)
            #expect(try cache.read(for: "host=db") == Self.contents)
            let mode =
                try FileManager.default.attributesOfItem(
                    atPath: folder.appending(path: RegistryCache.fileName).path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [RegistryCache.fileName])
        }
    }

    @Test("ids of another database are of no use")
    func otherDatabase() throws {
        try Self.withFolder { folder in
            let cache = RegistryCache(directory: folder.path)
            try cache.write(Self.contents)
            #expect(throws: RegistryCache.Failure.otherDatabase("host=db")) { try cache.read(for: "host=other") }
        }
    }

    @Test("a file of the version before, which knew no profiles and perhaps no scales, is not used")
    func olderLayout() throws {
        try Self.withFolder { folder in
            let text = #"{"layout":1,"database":"host=db","terminals":[],"keys":[]}"#
            try text.write(to: folder.appending(path: RegistryCache.fileName), atomically: false, encoding: .utf8)
            #expect(throws: RegistryCache.Failure.unreadable("it has layout 1")) {
                try RegistryCache(directory: folder.path).read(for: "host=db")
            }
        }
    }

    @Test("a damaged file is said to be one", arguments: ["", "{", "{\"layout\":2}"])
    func damaged(text: String) throws {
        try Self.withFolder { folder in
            try text.write(to: folder.appending(path: RegistryCache.fileName), atomically: false, encoding: .utf8)
            #expect(throws: RegistryCache.Failure.self) {
                try RegistryCache(directory: folder.path).read(for: "host=db")
            }
        }
    }
}
