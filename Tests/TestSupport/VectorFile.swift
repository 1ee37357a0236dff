package import Foundation

/// One line of `Tests/Vectors/jt808.jsonl`: wire data and the facts that a decoder must find (docs/protocol/vectors.md).
package struct Vector: Sendable, CustomStringConvertible {
    package let id: String
    /// `frame`, `stream` or `reassembly`.
    package let kind: String
    package let bytes: [UInt8]
    /// The `expect` object as JSON text; see ``expect``.
    private let expectJSON: Data

    package var hex: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// Facts by name.
    package var expect: [String: Any] {
        (try? JSONSerialization.jsonObject(with: expectJSON)) as? [String: Any] ?? [:]
    }

    package var description: String { id }
    package var messageID: String? { expect["msg_id"] as? String }
    package var error: String? { expect["error"] as? String }

    init(line: String, number: Int) throws {
        guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let id = object["id"] as? String, let hex = object["hex"] as? String, let expect = object["expect"]
        else { throw VectorFileError(description: "line \(number) is no vector") }
        self.id = id
        kind = object["kind"] as? String ?? "frame"
        bytes = stride(from: 0, to: hex.utf8.count, by: 2).map { offset in
            let start = hex.index(hex.startIndex, offsetBy: offset)
            return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
        }
        expectJSON = try JSONSerialization.data(withJSONObject: expect)
    }
}

package struct VectorFileError: Error, CustomStringConvertible {
    package let description: String
}

package enum VectorFile {
    /// All vectors, in the order of the file.
    package static let all: [Vector] = {
        do {
            return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").enumerated().map { index, line in
                try Vector(line: String(line), number: index + 1)
            }
        } catch {
            preconditionFailure("\(url.path): \(error)")
        }
    }()

    package static var frames: [Vector] { all.filter { $0.kind == "frame" } }

    package static let url = repositoryRoot.appending(path: "Tests/Vectors/jt808.jsonl")

    /// The checkout that these tests were built from.
    package static let repositoryRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
