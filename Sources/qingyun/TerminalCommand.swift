import ArgumentParser
import CommandSupport
import DeviceProfile
import JTT808
import Operations
import Postgres
import Registry

struct TerminalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal",
        abstract: "Add, list and show the registry's terminals (车载终端).",
        subcommands: [AddCommand.self, ListCommand.self, ShowCommand.self])

    struct AddCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a terminal, or claim one that entered itself under policy open.")

        @Argument(help: "Its JT/T 808 number, 1 to 20 digits; leading zeros make no difference.")
        var number: String
        @Option(help: "Plate of the vehicle that carries it, such as 京A12345; the vehicle is entered when it is new.")
        var plate: String?
        @Option(help: "Plate colour: 0 none, 1 blue, 2 yellow, 3 black, 4 white, 5 green, 9 other.")
        var plateColor = 2
        @Option(help: "What the vehicle is for.")
        var vehicleKind = "collection"
        @Option(help: "code: it must authenticate; number: its number is enough.")
        var authentication: Terminal.Authentication = .code
        @Option(help: "Device profile, one of those that `qingyun profile list` shows.")
        var profile = DeviceProfile.standard.name
        @OptionGroup var folder: ProfileFolderOptions
        @Option(help: "For people.")
        var note: String?
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard TerminalNumber(number) != nil else { throw ValidationError(TerminalCommand.refusal(of: number)) }
            guard [0, 1, 2, 3, 4, 5, 9].contains(plateColor) else {
                throw ValidationError("--plate-color: \(plateColor) is not accepted; accepted: 0 to 5, or 9")
            }
            if let plate, plate.isEmpty || plate.contains(where: \.isWhitespace) {
                throw ValidationError(
                    "--plate: '\(plate)' is not accepted; accepted: a plate without spaces, such as 京A12345")
            }
            guard vehicleKind.wholeMatch(of: /[a-z][a-z_]*/) != nil else {
                throw ValidationError("--vehicle-kind: '\(vehicleKind)' is not accepted; accepted: a-z and _")
            }
        }

        func run() async throws {
            let number = try TerminalCommand.canonical(number)
            let catalog = try folder.catalog()
            guard catalog[profile] != nil else {
                throw ValidationError(
                    "--profile: there is no profile '\(TextTable.harmless(profile))'; accepted: "
                        + catalog.profiles.map(\.name).joined(separator: ", "))
            }
            let terminal = TerminalRegistry.NewTerminal(
                number: number, authentication: authentication, profile: profile, note: note, plateNumber: plate,
                plateColor: plateColor, vehicleKind: vehicleKind)
            switch try await database.withSession({ try TerminalRegistry($0).add(terminal) }) {
            case .added(let id): print("added terminal \(number) with id \(id)")
            case .claimed(let id): print("claimed terminal \(number), which had entered itself, with id \(id)")
            case .exists(let id, let status):
                throw failure(
                    "terminal \(number) is in the registry already, with id \(id) and status \(status); nothing was changed",
                    status: 1)
            }
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the terminals.")

        @Option(help: "Only those that are active, unclaimed, suspended or retired.")
        var status: Terminal.Status?
        @Option(help: "table or csv.")
        var format: TableFormat = .table
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let status = status
            let rows = try await database.withSession { try TerminalRegistry($0).overview(status: status) }
            let columns = [
                "number", "terminal_id", "status", "plate_no", "protocol_version", "manufacturer_id", "model",
                "profile",
                "registered_at",
            ]
            var table = TextTable(columns: columns, numeric: [1])
            for row in rows { table.append(columns.map { row[$0] ?? "" }) }
            print(table.rendered(as: format), terminator: "")
        }
    }

    struct ShowCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one terminal and its newest fix.")

        @Argument(help: "Its JT/T 808 number.")
        var number: String
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard TerminalNumber(number) != nil else { throw ValidationError(TerminalCommand.refusal(of: number)) }
        }

        func run() async throws {
            let number = try TerminalCommand.canonical(number)
            let found = try await database.withSession { session -> [(String, String?)]? in
                let registry = TerminalRegistry(session)
                guard let row = try registry.overview(number: number).first else { return nil }
                var facts = row.columns.map { ($0, row[$0]) }
                if let fix = try registry.lastFix(terminalID: try row.int("terminal_id")) {
                    facts += fix.columns.map { ("last_fix." + $0, fix[$0]) }
                } else {
                    facts.append(("last_fix", "none"))
                }
                return facts
            }
            guard let found else { throw failure("terminal \(number) is not in the registry", status: 1) }
            let width = found.map(\.0.count).max() ?? 0
            for (name, value) in found {
                print(
                    name + String(repeating: " ", count: width - name.count) + "  " + TextTable.harmless(value ?? "-"))
            }
        }
    }

    /// Without leading zeros, as the registry keeps it.
    private static func canonical(_ text: String) throws -> String {
        guard let number = TerminalNumber(text) else { throw ValidationError(refusal(of: text)) }
        return number.description
    }

    private static func refusal(of text: String) -> String {
        "'\(text)' is no terminal number; accepted: 1 to 20 digits (hex digits where the device sends no decimal ones)"
    }
}

extension Terminal.Status: ExpressibleByArgument {}
extension Terminal.Authentication: ExpressibleByArgument {}
