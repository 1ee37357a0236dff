import Foundation
import Postgres
import Registry

/// The registry of the examples in docs/registry.md, and what tests do with it.
enum RegistryExamples {
    /// A file for each kind, in the order of the document.
    static let files: [RegistryFile] = {
        let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../docs/registry.md"
        ).standardizedFileURL
        guard let text = try? String(contentsOf: document, encoding: .utf8) else { return [] }
        return text.components(separatedBy: "\n### `").dropFirst().map { section in
            let example = section.components(separatedBy: "```csv\n")[1].components(separatedBy: "```")[0]
            return file(String(section.prefix { $0 != "`" }), example)
        }
    }()

    static func file(_ name: String, _ text: String) -> RegistryFile {
        RegistryFile(path: name, bytes: [UInt8](text.utf8))
    }

    /// A database with the schema and the examples in it.
    static func with<R>(_ body: (TestDatabase, PostgresSession) async throws -> R) async throws -> R {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            guard case .done(let plan) = try RegistryImport.run(files, session: session), !plan.isNothing else {
                throw NotImported()
            }
            return try await body(database, session)
        }
    }

    struct NotImported: Error {}

    /// Every row of every table of the registry, as text with its physical place: an update that changes nothing shows too.
    static func state(_ session: PostgresSession) throws -> [String] {
        try RegistryKind.all.flatMap { kind in
            try session.query(
                "SELECT t.ctid || ' ' || t.xmin || ' ' || t::text AS row FROM \(kind.schema).\(kind.name) AS t"
            )
            .map { "\(kind.name) \($0["row"] ?? "")" }
        }
    }

    /// The faults as the command prints them, shortened.
    static func faults(_ outcome: RegistryImport.Outcome) -> [String] {
        switch outcome {
        case .done: []
        case .refused(let faults):
            faults.kept.map { fault in
                "\(fault.file):\(fault.line ?? 0) \(fault.column ?? "-") '\(fault.value ?? "")' \(fault.reason)"
            }
        }
    }

    static func plan(_ outcome: RegistryImport.Outcome) throws -> ImportPlan {
        guard case .done(let plan) = outcome else { throw NotImported() }
        return plan
    }
}
