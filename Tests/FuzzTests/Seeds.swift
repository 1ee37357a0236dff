import FuzzTargets
import TestSupport

/// What the mutations start from: the vectors, in the form of each target's input.
enum Seeds {
    private static let editions = ["2011", "2013", "2019"]

    static func of(_ target: FuzzTarget) -> [[UInt8]] {
        switch target {
        case .frames:
            // In one piece, in two, and with the narrow limit.
            VectorFile.all.filter { $0.bytes.count < 1_200 }.flatMap { streams($0.bytes) }
        case .bodies:
            VectorFile.frames.compactMap { vector in
                guard let id = messageID(of: vector), let body = vector.expect["body"] as? String,
                    let edition = (vector.expect["version"] as? String).flatMap(editions.firstIndex(of:))
                else { return nil }
                return id + [UInt8(edition)] + bytes(of: body)
            }
        case .session:
            // One event a vector; runs of them, so that terminals meet.
            stride(from: 0, to: events.count, by: 10).map { Array(events[$0..<min($0 + 20, events.count)].joined()) }
        case .slices:
            // Slices 1 to 4 of 4 in order, one doubled, two messages mixed, seconds between them.
            [
                [0x0C, 1, 9, 0, 0x14, 2, 9, 1, 0x1C, 3, 9, 0, 0x24, 4, 9, 0],
                [0x0A, 1, 255, 0, 0x4A, 2, 255, 6, 0x12, 3, 255, 31, 0x52, 4, 255, 0, 0x0A, 1, 255, 130],
            ]
        case .watch: [[0x10, 1, 2, 3, 7, 2, 2, 2, 3, 3, 3, 3, 3, 3], [0xFC, 0xFC, 0xFC, 1, 1, 1, 1, 1, 0x0B, 0x0B]]
        case .scales:
            VectorFile.scales.flatMap { vector in (0..<10).map { [$0, vector.bytes.first ?? 0, 7] + vector.bytes } }
        case .dtu:
            VectorFile.scales.map { [0x12, 0x41, 0x42, 0xFE, 9, 0x41, 0x42, 0xFE] + $0.bytes }
        case .tags: VectorFile.scales.map { [9] + $0.bytes }
        case .gzip:
            // "hello" packed by the vector of 0x0901, and its beginning.
            VectorFile.frames.filter { $0.messageID == "0x0901" }
                .compactMap { $0.expect["body"] as? String }.map { [0x10, 0x00] + bytes(of: $0).dropFirst(4) }
        case .explain:
            VectorFile.all.filter { $0.bytes.count < 1_200 }.enumerated().map { [UInt8($0 % 4)] + $1.bytes }
        }
    }

    private static func streams(_ bytes: [UInt8]) -> [[UInt8]] {
        let heads: [[UInt8]] = [[0x00], [0x01, UInt8(bytes.count / 2 & 0xFF)], [0x12, 0x03, 0x40]]
        return heads.map { $0 + bytes }
    }

    /// So many that a run of four takes some seconds without optimisation.
    static func rounds(_ target: FuzzTarget) -> Int {
        switch target {
        case .frames: 1_500
        case .bodies: 6_000
        case .session: 1_500
        case .slices, .watch, .scales, .dtu, .tags: 1_500
        case .gzip: 300
        case .explain: 1_000
        }
    }

    /// Terminals and kinds in turn, with the code shown and what the registry says.
    private static let events: [[UInt8]] = VectorFile.frames.compactMap(messageID(of:)).enumerated().map { index, id in
        let place = UInt8(index % 8)
        let kind = UInt8(index / 8 % 8)
        return [kind << 3 | place] + id + [index.isMultiple(of: 7) ? 0x0D : 0, 0, UInt8(index % 251)]
    }

    private static func messageID(of vector: Vector) -> [UInt8]? {
        guard let id = vector.messageID?.dropFirst(2) else { return nil }
        return bytes(of: id)
    }

    static func bytes(of hex: some StringProtocol) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
