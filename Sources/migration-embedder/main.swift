// Writes SQL files as one Swift source: migration-embedder OUTPUT.swift FILE.sql...
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: migration-embedder OUTPUT.swift FILE.sql...\n".utf8))
    exit(64)
}
var source = """
    // Made from sql/migrations by the build. Do not edit.
    enum EmbeddedMigrations {
        static let files: [(name: String, sql: String)] = [

    """
for path in arguments.dropFirst() {
    let sql = try String(contentsOfFile: path, encoding: .utf8)
    precondition(!sql.contains("\"\"\"##"), "\(path): holds the delimiter of the Swift text")
    let name = URL(fileURLWithPath: path).lastPathComponent
    source += "(\"\(name)\", ##\"\"\"\n\(sql)\n\"\"\"##),\n"
}
source += "    ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
