package import JTT808
package import NIOCore

/// What goes over one connection, in order: the vectors of one terminal, or one stretch of a stream.
package struct ReplayScript: Sendable {
    package struct Step: Sendable {
        package let bytes: ByteBuffer
        /// Sound frames in the bytes, with the index of each one's line in the report.
        package let frames: [(header: FrameHeader, outcome: Int)]
        /// A frame is only half there at the end: whatever is sent next would end it.
        package let endsInsideFrame: Bool
    }

    /// The terminals that speak, in order of their first frame, each once.
    package let addresses: [TerminalAddress]
    package let steps: [Step]

    /// Divides vectors into connections.
    ///
    /// Frames of one terminal share one, in file order; vectors without a sound frame share one of an unknown sender;
    /// streams and sub-packages have one each.
    /// - Returns: the scripts, and the report's lines as they stand before anything is sent: one for each frame or fault,
    ///   in file order.
    package static func plan(_ vectors: [ReplayVector]) -> (scripts: [ReplayScript], outcomes: [ReplayOutcome]) {
        var outcomes: [ReplayOutcome] = []
        var groups: [(vectors: [ReplayVector], firstOutcomes: [Int])] = []
        var groupOfNumber: [TerminalNumber?: Int] = [:]
        for vector in vectors {
            let first = outcomes.count
            outcomes += vector.pieces.map { ReplayOutcome(vector: vector.id, piece: $0) }
            if vector.pieces.isEmpty { outcomes.append(ReplayOutcome(vector: vector.id, piece: nil)) }
            let sender = vector.headers.first?.address.number
            if vector.kind == .frame, let group = groupOfNumber[sender] {
                groups[group].vectors.append(vector)
                groups[group].firstOutcomes.append(first)
                continue
            }
            if vector.kind == .frame { groupOfNumber[sender] = groups.count }
            groups.append(([vector], [first]))
        }
        return (groups.map { ReplayScript($0.vectors, firstOutcomes: $0.firstOutcomes) }, outcomes)
    }

    private init(_ vectors: [ReplayVector], firstOutcomes: [Int]) {
        var addresses: [TerminalAddress] = []
        steps = zip(vectors, firstOutcomes).map { vector, first in
            var frames: [(header: FrameHeader, outcome: Int)] = []
            for (index, piece) in vector.pieces.enumerated() {
                guard case .sound(let header) = piece else { continue }
                frames.append((header, first + index))
                if !addresses.contains(where: { $0.number == header.address.number }) {
                    addresses.append(header.address)
                }
            }
            return Step(bytes: vector.bytes, frames: frames, endsInsideFrame: vector.pendingBytes > 0)
        }
        self.addresses = addresses
    }
}
