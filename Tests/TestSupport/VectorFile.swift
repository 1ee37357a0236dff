package import Foundation

/// One line of a file in `Tests/Vectors`: wire data and the facts that a decoder must find (docs/protocols/vectors.md).
package struct Vector: Sendable, CustomStringConvertible {
    package let id: String
    /// `frame`, `stream` or `reassembly`.
    package let kind: String
    package let bytes: [UInt8]
    /// The `expect` object as JSON text; see ``expect``.
    private let expectJSON: Data
    /// The `dialect` object as JSON text; see ``dialect``.
    private let dialectJSON: Data

    package var hex: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// Facts by name.
    package var expect: [String: Any] {
        (try? JSONSerialization.jsonObject(with: expectJSON)) as? [String: Any] ?? [:]
    }

    /// Settings of the indicator and the link, by name; empty where there are none.
    package var dialect: [String: Any] {
        (try? JSONSerialization.jsonObject(with: dialectJSON)) as? [String: Any] ?? [:]
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
        dialectJSON = try JSONSerialization.data(withJSONObject: object["dialect"] ?? [:])
    }
}

package struct VectorFileError: Error, CustomStringConvertible {
    package let description: String
}

package enum VectorFile {
    /// All JT/T 808 vectors, in the order of the file.
    package static let all = read("jt808.jsonl")

    /// Streams of weighing indicators and tag readers.
    package static let scales = read("scales.jsonl")

    /// Vendor items, and what a profile finds in them.
    package static let profiles = read("profiles.jsonl")

    private static func read(_ name: String) -> [Vector] {
        let url = directory.appending(path: name)
        do {
            return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").enumerated().map { index, line in
                try Vector(line: String(line), number: index + 1)
            }
        } catch {
            preconditionFailure("\(url.path): \(error)")
        }
    }

    package static var frames: [Vector] { all.filter { $0.kind == "frame" } }

    package static let url = directory.appending(path: "jt808.jsonl")

    private static var directory: URL { repositoryRoot.appending(path: "Tests/Vectors") }

    /// The checkout that these tests were built from.
    package static let repositoryRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
