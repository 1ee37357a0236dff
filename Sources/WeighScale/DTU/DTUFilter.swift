public import NIOCore

/// Takes a DTU's own packets out of a byte stream, so that the codec behind it sees what the indicator sent.
///
/// Heartbeats may stand between any two bytes, and some DTUs put their registration before every chunk. The filter knows
/// both as fixed strings and takes them out wherever they stand, also when they arrive in pieces. It keeps at most one
/// byte less than the longest of them.
public struct DTUFilter: Sendable {
    public struct Taken: Hashable, Sendable {
        public var registrations = 0
        public var heartbeats = 0

        public init(registrations: Int = 0, heartbeats: Int = 0) {
            self.registrations = registrations
            self.heartbeats = heartbeats
        }
    }

    private struct Packet {
        let bytes: [UInt8]
        let isHeartbeat: Bool
    }

    /// Longest first: where one begins with another, the longer one counts.
    private let packets: [Packet]
    /// By byte: whether a packet begins with it.
    private let isFirstByte: [Bool]
    /// The beginning of a packet that has not all come yet.
    private var held: [UInt8] = []

    public init(registrations: [BytePattern] = [], heartbeats: [BytePattern] = []) {
        packets =
            (registrations.map { Packet(bytes: $0.bytes, isHeartbeat: false) }
            + heartbeats.map { Packet(bytes: $0.bytes, isHeartbeat: true) })
            .sorted { $0.bytes.count > $1.bytes.count }
        var isFirstByte = [Bool](repeating: false, count: 256)
        for packet in packets { isFirstByte[Int(packet.bytes[0])] = true }
        self.isFirstByte = isFirstByte
    }

    /// Whether the beginning of a packet waits for the rest.
    public var isHolding: Bool { !held.isEmpty }

    /// Moves all of `input` to the end of `output`, but for the DTU's packets.
    public mutating func pass(_ input: inout ByteBuffer, into output: inout ByteBuffer) -> Taken {
        // Nearly every chunk has no byte with which a packet begins: it is moved whole.
        guard !held.isEmpty || input.readableBytesView.contains(where: { isFirstByte[Int($0)] }) else {
            output.writeBuffer(&input)
            return Taken()
        }
        let bytes = held + input.readableBytesView
        held.removeAll()
        input.moveReaderIndex(to: input.writerIndex)
        return pass(bytes, into: &output, isLast: false)
    }

    /// The same after the link fell silent: the beginning of a packet will not be completed any more and is passed on.
    public mutating func finish(into output: inout ByteBuffer) -> Taken {
        let bytes = held
        held.removeAll()
        return pass(bytes, into: &output, isLast: true)
    }

    private mutating func pass(_ bytes: [UInt8], into output: inout ByteBuffer, isLast: Bool) -> Taken {
        var taken = Taken()
        var sent = 0
        var place = 0
        while place < bytes.count {
            guard isFirstByte[Int(bytes[place])] else {
                place += 1
                continue
            }
            let rest = bytes[place...]
            if !isLast, packets.contains(where: { $0.bytes.count > rest.count && $0.bytes.starts(with: rest) }) {
                held = Array(rest)
                output.writeBytes(bytes[sent..<place])
                return taken
            }
            guard let packet = packets.first(where: { rest.starts(with: $0.bytes) }) else {
                place += 1
                continue
            }
            output.writeBytes(bytes[sent..<place])
            place += packet.bytes.count
            sent = place
            if packet.isHeartbeat { taken.heartbeats += 1 } else { taken.registrations += 1 }
        }
        output.writeBytes(bytes[sent...])
        return taken
    }
}
