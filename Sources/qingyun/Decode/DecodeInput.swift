import ArgumentParser
import CommandSupport
import Foundation

/// What `qingyun decode` is given: arguments, files, or lines of standard input.
struct DecodeInput: Sequence {
    /// One input, or the text of one that is no hex.
    struct Chunk: Equatable {
        var bytes: [UInt8]?
        var text = ""
    }

    private let inputs: [String]
    private let isOneStream: Bool

    /// - Parameter isOneStream: whether all lines of an input belong together.
    init(_ inputs: [String], isOneStream: Bool) {
        self.inputs = inputs
        self.isOneStream = isOneStream
    }

    func makeIterator() -> AnyIterator<Result<Chunk, any Error>> {
        if inputs.isEmpty && !isOneStream {
            // Line by line, so that output follows input that goes on.
            return AnyIterator {
                while let line = readLine() {
                    if let chunk = Self.chunk(line) { return .success(chunk) }
                }
                return nil
            }
        }
        var chunks: [Chunk] = []
        do {
            if inputs.isEmpty {
                let data = try FileHandle.standardInput.readToEnd() ?? Data()
                chunks = Self.chunks(of: [UInt8](data), isOneStream: isOneStream)
            }
            // A capture that was pasted with its spaces arrives in many arguments.
            let pasted = inputs.map { Hex.bytes($0) }
            if !inputs.isEmpty, !pasted.contains(nil) {
                return AnyIterator(CollectionOfOne(.success(Chunk(bytes: pasted.flatMap { $0 ?? [] }))).makeIterator())
            }
            for input in inputs { chunks += try Self.chunks(of: input, isOneStream: isOneStream) }
        } catch {
            return AnyIterator(CollectionOfOne(.failure(error)).makeIterator())
        }
        return AnyIterator(chunks.map { .success($0) }.makeIterator())
    }

    /// Hex as it stands, or the file of that name.
    private static func chunks(of input: String, isOneStream: Bool) throws -> [Chunk] {
        if let bytes = Hex.bytes(input), !bytes.isEmpty { return [Chunk(bytes: bytes)] }
        guard let data = FileManager.default.contents(atPath: input) else {
            throw ValidationError(
                "\"\(input)\" is neither pairs of hex digits nor a file that can be read")
        }
        return chunks(of: [UInt8](data), isOneStream: isOneStream)
    }

    /// Lines of hex, or the bytes themselves where anything else stands in them.
    static func chunks(of data: [UInt8], isOneStream: Bool) -> [Chunk] {
        let isPrintable = data.allSatisfy { (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) }
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
        let isHex = isPrintable && lines.allSatisfy { Hex.bytes($0) != nil }
        if isOneStream {
            return [Chunk(bytes: isHex ? lines.flatMap { Hex.bytes($0) ?? [] } : data)]
        }
        // Text that is no hex is likelier a list with a slip in it than a frame.
        return isPrintable ? lines.compactMap { chunk(String($0)) } : [Chunk(bytes: data)]
    }

    private static func chunk(_ line: String) -> Chunk? {
        guard line.contains(where: { !$0.isWhitespace }) else { return nil }
        return Chunk(bytes: Hex.bytes(line), text: line)
    }
}
