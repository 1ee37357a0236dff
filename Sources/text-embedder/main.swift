// Writes text files as one Swift source: text-embedder OUTPUT.swift FILE...
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: text-embedder OUTPUT.swift FILE...\n".utf8))
    exit(64)
}
var source = """
    // Made by the build. Do not edit.
    enum EmbeddedTexts {
        static let files: [(name: String, text: String)] = [

    """
for path in arguments.dropFirst() {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    precondition(!text.contains("\"\"\"##"), "\(path): holds the delimiter of the Swift text")
    let name = URL(fileURLWithPath: path).lastPathComponent
    source += "(\"\(name)\", ##\"\"\"\n\(text)\n\"\"\"##),\n"
}
source += "    ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
