import ArgumentParser
import CommandSupport
import Operations
import Postgres
import Schema

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to the schema that this version needs; says what it did.",
        discussion: "Safe to run twice and from two places at once: the second waits and then finds nothing to do.")

    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Say what would be applied and stop.")
    var dryRun = false

    func run() async throws {
        let isDryRun = dryRun
        do {
            try await database.withSession { session in
                let migrator = try Migrator(migrations: Schema.migrations, report: Self.report)
                if isDryRun {
                    let pending = try migrator.pending(session)
                    print(pending.isEmpty ? "nothing to apply" : "would apply:")
                    for migration in pending { print("  \(migration.fileName)") }
                } else {
                    _ = try migrator.migrate(session)
                }
            }
        } catch let error as MigrationError {
            throw failure("\(error)", status: ExitStatus.software)
        }
    }

    @Sendable private static func report(_ event: Migrator.Event) {
        switch event {
        case .waiting: print("another migration is running: waiting for it")
        case .applying: break
        case .applied(let applied):
            let version =
                String(repeating: "0", count: max(0, 4 - String(applied.version).count)) + String(applied.version)
            print("applied \(version)_\(applied.name) in \(applied.durationMilliseconds) ms")
        case .upToDate(let version): print("the schema is at version \(version): nothing left to apply")
        }
    }
}
