import ArgumentParser
import CommandSupport
import DeviceProfile
import Foundation
import Operations

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Check, list and show device profiles (设备配置): what the vendor items of a maker's terminals mean.",
        subcommands: [CheckCommand.self, ListCommand.self, ShowCommand.self])

    struct CheckCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check profiles: every error of every file, with line and column, on standard error.",
            discussion: "Exit status 0 when all are sound, 64 when one is not. docs/profiles.md describes the format.")

        @Argument(help: "YAML files, each named after its profile: NAME.yaml.")
        var files: [String]

        func run() throws {
            var isSound = true
            for file in files {
                do throws(ProfileIssues) {
                    let profile = try ProfileCatalog.profile(at: file)
                    let shipped = ProfileCatalog.standard[profile.name] != nil
                    let note = shipped ? " (its name is shipped: a gateway takes it under another name only)" : ""
                    print("\(file): \(profile.name) is sound, \(profile.rules.count) rules\(note)")
                } catch {
                    isSound = false
                    FileHandle.standardError.write(Data("\(error.description)\n".utf8))
                }
            }
            if !isSound { throw ExitCode(ExitStatus.usage) }
        }
    }

    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the profiles that are shipped and those of the site's folder.")

        @OptionGroup var folder: ProfileFolderOptions

        func run() throws {
            let catalog = try folder.catalog()
            let width = catalog.profiles.map(\.name.count).max() ?? 0
            for profile in catalog.profiles {
                let padding = String(repeating: " ", count: width - profile.name.count)
                print("\(profile.name)\(padding)  \(TextTable.harmless(profile.summary))")
            }
        }
    }

    struct ShowCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print a shipped profile's YAML, to begin one of your own with.")

        @Argument(help: "Its name, as `qingyun profile list` shows it.")
        var name: String

        func run() throws {
            guard name != DeviceProfile.standard.name else {
                throw ValidationError("'standard' has no file: it adds nothing to the items of the standard")
            }
            guard let text = ProfileCatalog.text(ofShipped: name) else {
                throw ValidationError("no profile '\(name)' is shipped; accepted: see `qingyun profile list`")
            }
            print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
        }
    }
}
