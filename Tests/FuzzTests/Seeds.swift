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
