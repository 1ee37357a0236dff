import Foundation
package import JTT808
package import NIOCore

/// One vector of a vectors file: bytes as they stood on a wire, and the frames that a gateway finds in them.
package struct ReplayVector: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case frame
        /// A stretch of a TCP stream, perhaps of several terminals.
        case stream
        /// The sub-packages of one message.
        case reassembly
    }

    package enum Piece: Equatable, Sendable {
        case sound(FrameHeader)
        case malformed(FrameError)
    }

    package let id: String
    package let kind: Kind
    package let bytes: ByteBuffer
    /// Frames and faults in the order of the bytes.
    package let pieces: [Piece]
    /// Bytes after the last flag: a frame that is only half there.
    package let pendingBytes: Int

    package init(id: String, kind: Kind, bytes: ByteBuffer) {
        self.id = id
        self.kind = kind
        self.bytes = bytes
        var parser = FrameParser()
        var rest = bytes
        var pieces: [Piece] = []
        reading: while true {
            switch parser.next(in: &rest) {
            case .frame(let frame): pieces.append(.sound(frame.header))
            case .malformed(let error, _): pieces.append(.malformed(error))
            case .junk: break
            case .needMoreData: break reading
            }
        }
        self.pieces = pieces
        pendingBytes = rest.readableBytes
    }

    /// The headers of its sound frames.
    var headers: [FrameHeader] {
        pieces.compactMap { if case .sound(let header) = $0 { header } else { nil } }
    }
}

/// Why a vectors file cannot be replayed.
package enum VectorFileError: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case empty(path: String)
    /// Lines count from 1.
    case line(Int, Fault)

    package enum Fault: Equatable, Sendable {
        case notJSON
        case missing(key: String)
        case notHex
        case oddHex
        case unknownKind(String)
    }

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .empty(let path): "\(path): no vectors in it"
        case .line(let line, .notJSON): "line \(line): not a JSON object"
        case .line(let line, .missing(let key)): "line \(line): no text under \"\(key)\""
        case .line(let line, .notHex): "line \(line): \"hex\" has a character that is no hex digit"
        case .line(let line, .oddHex): "line \(line): \"hex\" has an odd number of digits"
        case .line(let line, .unknownKind(let kind)):
            "line \(line): \"kind\" is \"\(kind)\"; stream and reassembly are known, a frame has none"
        }
    }
}

/// A file of vectors: one JSON object a line with `id`, `hex` and perhaps `kind`; other keys are not looked at.
package enum VectorFile {
    /// - Throws: ``VectorFileError``.
    package static func read(path: String) throws -> [ReplayVector] {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw VectorFileError.unreadable(
                path: path,
                reason: FileManager.default.fileExists(atPath: path) ? "cannot be read as UTF-8 text" : "no such file")
        }
        let vectors = try parse(text)
        guard !vectors.isEmpty else { throw VectorFileError.empty(path: path) }
        return vectors
    }

    /// Empty lines are passed over, and counted.
    package static func parse(_ text: String) throws(VectorFileError) -> [ReplayVector] {
        var vectors: [ReplayVector] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { !$0.isWhitespace }) {
            do throws(LineFault) {
                vectors.append(try vector(line))
            } catch {
                throw .line(index + 1, error.fault)
            }
        }
        return vectors
    }

    private struct LineFault: Error {
        let fault: VectorFileError.Fault
    }

    private static func vector(_ line: Substring) throws(LineFault) -> ReplayVector {
        let object: Any?
        do {
            object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        } catch {
            throw LineFault(fault: .notJSON)
        }
        guard let members = object as? [String: Any] else { throw LineFault(fault: .notJSON) }
        guard let id = members["id"] as? String else { throw LineFault(fault: .missing(key: "id")) }
        guard let hex = members["hex"] as? String else { throw LineFault(fault: .missing(key: "hex")) }
        var kind = ReplayVector.Kind.frame
        if let name = members["kind"] {
            guard let known = (name as? String).flatMap(ReplayVector.Kind.init), known != .frame else {
                throw LineFault(fault: .unknownKind("\(name)"))
            }
            kind = known
        }
        return ReplayVector(id: id, kind: kind, bytes: try bytes(hex))
    }

    private static func bytes(_ hex: String) throws(LineFault) -> ByteBuffer {
        var nibbles: [UInt8] = []
        for character in hex.unicodeScalars {
            guard let nibble = character.isASCII ? Character(character).hexDigitValue : nil else {
                throw LineFault(fault: .notHex)
            }
            nibbles.append(UInt8(nibble))
        }
        guard nibbles.count.isMultiple(of: 2) else { throw LineFault(fault: .oddHex) }
        return ByteBuffer(bytes: stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] })
    }
}
