import Foundation
import PackagePlugin

/// Puts text files into a target as Swift, so that a program and what it needs cannot part: the migrations of `sql/migrations` into
/// `Schema`, the analysts' queries of `sql/queries` into `Report`, the device profiles into `DeviceProfile`, what statistics are made by
/// into `Rollups`.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let (path, kind) =
            switch target.name {
            case "Schema": ("sql/migrations", "sql")
            case "Report": ("sql/queries", "sql")
            case "Rollups": ("Sources/Rollups/Definitions", "sql")
            default: ("Sources/\(target.name)/Profiles", "yaml")
            }
        let folder = context.package.directoryURL.appending(path: path)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == kind }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(path)",
                executable: try context.tool(named: "text-embedder").url,
                arguments: [output.path(), folder.path(), kind],
                // The folder too: a plan is kept from build to build, and a file that came since is not in it.
                inputFiles: files + [folder],
                outputFiles: [output])
        ]
    }
}
