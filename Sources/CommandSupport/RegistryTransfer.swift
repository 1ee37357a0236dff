import Foundation
import Operations
import Postgres
package import Registry

/// Imports and exports of files, as the commands for registry and rules do them.
package enum RegistryTransfer {
    /// Imports all of the files or nothing, and says what was done or what is wrong.
    /// - Parameters:
    ///   - actor: who imports; nil: the user who is logged in.
    ///   - refused: called with the errors, before the command ends with status 1.
    package static func bringIn(
        _ files: [RegistryFile], options: RegistryImport.Options, actor: String?, database: DatabaseOptions,
        refused: (ImportFaults) throws -> Void = { _ in }
    ) async throws {
        var settings = options
        settings.actor = actor ?? ProcessInfo.processInfo.environment["USER"] ?? ""
        let (given, bar) = (settings, ProgressBar())
        let outcome = try await database.withSession { session in
            // Before anything else is said, an error too.
            defer { bar.clear() }
            return try RegistryImport.run(files, options: given, session: session) {
                bar.show($0.phase, $0.fraction)
            }
        }
        switch outcome {
        case .done(let plan): print(ImportReport.text(of: plan, isDryRun: given.isDryRun), terminator: "")
        case .refused(let faults):
            FileHandle.standardError.write(Data(ImportReport.text(of: faults).utf8))
            try refused(faults)
            throw failure("\(faults.count) \(faults.count == 1 ? "error" : "errors"); nothing was imported", status: 1)
        }
    }

    /// Writes a file for each of the kinds into a folder, which is made when it is missing, and says how many rows it has.
    package static func writeOut(
        _ kinds: [RegistryKind], to folder: String, withMark: Bool, database: DatabaseOptions
    ) async throws {
        let target = URL(fileURLWithPath: folder)
        do {
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        } catch {
            throw failure("\(folder) cannot be made: \(error.localizedDescription)", status: ExitStatus.usage)
        }
        let lines = try await database.withSession { session in
            var lines: [String] = []
            try RegistryExport(session).files(of: kinds, withMark: withMark) { name, bytes, rows in
                do {
                    try Data(bytes).write(to: target.appending(path: name), options: .atomic)
                } catch {
                    throw failure("\(name) cannot be written: \(error.localizedDescription)", status: 1)
                }
                lines.append("\(name): \(rows) \(rows == 1 ? "row" : "rows")")
            }
            return lines
        }
        for line in lines { print(line) }
    }
}
