import Foundation
package import Registry

/// What a gateway last read of the registry, on disk beside its journal: one that is started while PostgreSQL is away then knows
/// its terminals.
///
/// Holds the secret keys of the authentication codes, so nobody but the gateway's own user may read the file.
package struct RegistryCache: Sendable {
    package struct Contents: Codable, Sendable, Equatable {
        /// Form of the file; 1 did not know a terminal's profile.
        var layout = Self.currentLayout
        /// Where the registry was read. A terminal's id means something in that database only.
        package var database: String
        package var terminals: [Terminal]
        package var keys: [AuthenticationKey]
        /// nil: written by a version that knew no scales.
        package var scales: [Scale]?

        static let currentLayout = 2

        package init(database: String, terminals: [Terminal], keys: [AuthenticationKey], scales: [Scale] = []) {
            self.database = database
            self.terminals = terminals
            self.keys = keys
            self.scales = scales
        }
    }

    private struct Layout: Codable {
        var layout: Int
    }

    package enum Failure: Error, Equatable, CustomStringConvertible {
        case otherDatabase(String)
        case unreadable(String)

        package var description: String {
            switch self {
            case .otherDatabase(let name): "it was written for another database, \(name)"
            case .unreadable(let reason): "it cannot be read: \(reason)"
            }
        }
    }

    package static let fileName = "registry.cache"

    private let url: URL

    package init(directory: String) {
        url = URL(fileURLWithPath: directory).appending(path: Self.fileName)
    }

    /// Replaces what was there, whole or not at all.
    package func write(_ contents: Contents) throws {
        let data = try JSONEncoder().encode(contents)
        let next = url.appendingPathExtension("new")
        try? FileManager.default.removeItem(at: next)
        guard FileManager.default.createFile(atPath: next.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw Failure.unreadable("\(next.path) cannot be made") }
        let handle = try FileHandle(forWritingTo: next)
        defer { try? handle.close() }
        try handle.write(contentsOf: data)
        // On the disk before its name is: a crash must not leave half a registry under the right name.
        try handle.synchronize()
        guard rename(next.path, url.path) == 0 else {
            throw Failure.unreadable("\(url.path): \(String(cString: strerror(errno)))")
        }
    }

    /// - Returns: nil when nothing was ever written.
    /// - Throws: ``Failure``; then the file is of no use.
    package func read(for database: String) throws(Failure) -> Contents? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let contents: Contents
        do {
            let data = try Data(contentsOf: url)
            // One of an earlier version is of no use: data would be stored without what the profiles find in them.
            let layout = try JSONDecoder().decode(Layout.self, from: data).layout
            guard layout == Contents.currentLayout else { throw Failure.unreadable("it has layout \(layout)") }
            contents = try JSONDecoder().decode(Contents.self, from: data)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .unreadable("\(error)")
        }
        guard contents.database == database else { throw .otherDatabase(contents.database) }
        return contents
    }
}
