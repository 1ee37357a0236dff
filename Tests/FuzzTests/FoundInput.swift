import Foundation
import TestSupport

/// One line of `Tests/Vectors/fuzz.jsonl`: an input that broke a promise, or the process, before it was mended.
struct FoundInput: Sendable, Decodable, CustomStringConvertible {
    let id: String
    let target: String
    let hex: String

    var bytes: [UInt8] { Seeds.bytes(of: hex) }
    var description: String { id }

    static let all: [FoundInput] = {
        let url = VectorFile.repositoryRoot.appending(path: "Tests/Vectors/fuzz.jsonl")
        do {
            return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
                try JSONDecoder().decode(FoundInput.self, from: Data(line.utf8))
            }
        } catch {
            preconditionFailure("\(url.path): \(error)")
        }
    }()
}
