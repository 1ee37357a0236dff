import ArgumentParser
import CommandSupport
import Foundation
import JTT808
import Operations
import Postgres
import Registry

struct ScaleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "List, show, add and change the registry's scales and tag readers (地磅, 称重仪表, 读写器).",
        discussion: "docs/operations.md says what is to be thought of with each setting.",
        subcommands: [ListCommand.self, ShowCommand.self, AddCommand.self, SetCommand.self])

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the scales.")

        @Option(help: "table or csv.")
        var format: TableFormat = .table
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let rows = try await database.withSession { try ScaleRegistry($0).overview() }
            var table = TextTable(columns: rows.columns)
            for row in rows { table.append(rows.columns.map { row[$0] ?? "" }) }
            print(table.rendered(as: format), terminator: "")
        }
    }

    struct ShowCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show everything that is entered of one scale.")

        @Argument(help: "Its code.")
        var code: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let code = code
            let found = try await database.withSession { session -> [(String, String?)] in
                let registry = ScaleRegistry(session)
                guard let settings = try registry.settings(of: code) else { return [] }
                let rest = try registry.overview(code: code)
                return ["code", "number", "site", "last_weighing"].map { ($0, rest.first?[$0]) }
                    + settings.columns.map { ($0, settings[$0]) }
            }
            guard !found.isEmpty else { throw failure("there is no scale \(TextTable.harmless(code))", status: 1) }
            let width = found.map(\.0.count).max() ?? 0
            for (name, value) in found {
                print(
                    name + String(repeating: " ", count: width - name.count) + "  " + TextTable.harmless(value ?? "-"))
            }
        }
    }

    struct AddCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Enter a scale or tag reader, with a terminal that gives it its key.",
            discussion: """
                For example: qingyun scale add ZJY-01 --number 13800001001 name=中街站1号地磅 dialect=toledo registration=LOGIN:1001 \
                direction=1

                Where it stands says terminal_mount.csv of `qingyun registry import`.
                """)

        @Argument(help: "Its code, 1 to 40 of A-Z a-z 0-9 . _ -; it never changes.")
        var code: String
        @Option(help: "A terminal number that nobody has, 1 to 20 digits; the SIM card of the DTU has one.")
        var number: String
        @OptionGroup var settings: ScaleSettings
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard TerminalNumber(number) != nil else {
                throw ValidationError("--number: '\(number)' is no terminal number; accepted: 1 to 20 digits")
            }
            let names = try settings.changes().map(\.column.name)
            for name in ["name", "dialect"] where !names.contains(name) {
                throw ValidationError("\(name) is needed: \(name)=...")
            }
        }

        func run() async throws {
            let number = TerminalNumber(number)?.description ?? number
            let (code, changes) = (code, try settings.changes())
            try await database.refusable {
                try ScaleRegistry($0).add(code, number: number, changes, by: SendOptions.user ?? "")
            }
            print("added scale \(code) with terminal \(number)")
        }
    }

    struct SetCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Change settings of a scale; gateways work with them within a second.",
            discussion: """
                For example: qingyun scale set ZJY-01 verified_until=2027-06-30 minimum_g=2000 zero_limit_g=1000
                """)

        @Argument(help: "Its code.")
        var code: String
        @OptionGroup var settings: ScaleSettings
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard try !settings.changes().isEmpty else { throw ValidationError("no setting given: NAME=VALUE") }
        }

        func run() async throws {
            let (code, changes) = (code, try settings.changes())
            try await database.refusable { try ScaleRegistry($0).change(code, changes, by: SendOptions.user ?? "") }
            print("changed scale \(code)")
        }
    }
}

/// Columns of `registry.scale` on a command line.
struct ScaleSettings: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            """
            Settings; an empty VALUE gives the default. Names: \(ScaleColumn.all.map(\.name).joined(separator: ", ")).
            """, valueName: "name=value"))
    var settings: [String] = []

    func changes() throws -> [ScaleRegistry.Change] {
        var changes: [ScaleRegistry.Change] = []
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let column = ScaleColumn.named(parts[0]) else {
                throw ValidationError(
                    "'\(TextTable.harmless(setting))' is not accepted; accepted: NAME=VALUE with a name of "
                        + ScaleColumn.all.map(\.name).joined(separator: ", "))
            }
            guard !changes.contains(where: { $0.column.name == column.name }) else {
                throw ValidationError("\(column.name) is given twice")
            }
            if let accepted = column.refusal(of: parts[1]) {
                throw ValidationError(
                    "\(column.name): '\(TextTable.harmless(parts[1]))' is not accepted; accepted: \(accepted)")
            }
            changes.append((column, parts[1]))
        }
        return changes
    }
}

extension DatabaseOptions {
    /// As ``withSession(_:)``; a refusal ends the command with its line and status 1.
    func refusable(_ body: sending (PostgresSession) throws -> Void) async throws {
        do {
            try await withSession(body)
        } catch let refusal as ScaleRegistry.Refusal {
            throw failure("\(refusal); nothing was changed", status: 1)
        }
    }
}
