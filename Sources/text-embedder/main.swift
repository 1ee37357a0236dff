// Writes the text files of a folder as one Swift source: text-embedder OUTPUT.swift FOLDER EXTENSION
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let output = arguments.first, let kind = arguments.last else {
    FileHandle.standardError.write(Data("usage: text-embedder OUTPUT.swift FOLDER EXTENSION\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[2], isDirectory: true)
let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == kind }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
var source = """
    // Made by the build. Do not edit.
    enum EmbeddedTexts {
        static let files: [(name: String, text: String)] = [

    """
for file in files {
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(!text.contains("\"\"\"##"), "\(file.path): holds the delimiter of the Swift text")
    source += "(\"\(file.lastPathComponent)\", ##\"\"\"\n\(text)\n\"\"\"##),\n"
}
source += "    ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
