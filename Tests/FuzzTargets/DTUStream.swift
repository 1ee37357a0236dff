import NIOCore
import WeighScale

/// What a DTU adds to a stream: its packets are taken out wherever they stand, and nothing else is.
///
/// Input: the length of a registration (low half of a byte) and of a heartbeat (high half), the two packets, a byte with the length
/// of the first piece, then the stream.
enum DTUStream {
    static func check(_ input: [UInt8]) throws {
        guard let head = input.first else { return }
        let registration = Array(input.dropFirst().prefix(Int(head & 0x0F)))
        let heartbeat = Array(input.dropFirst(1 + registration.count).prefix(Int(head >> 4)))
        let rest = input.dropFirst(1 + registration.count + heartbeat.count)
        guard let first = rest.first else { return }
        let stream = rest.dropFirst()
        let pieces = [stream.prefix(Int(first)), stream.dropFirst(Int(first))]
        try checkFilter(registration, heartbeat, stream, pieces)
        try checkFourFaith(stream, pieces)
        let known = RegistrationFront(registration, heartbeat)
        try known.check(stream)
    }

    private static func checkFilter(
        _ registration: [UInt8], _ heartbeat: [UInt8], _ stream: ArraySlice<UInt8>, _ pieces: [ArraySlice<UInt8>]
    ) throws {
        let registrations = [BytePattern(registration)].compactMap { $0 }
        let heartbeats = [BytePattern(heartbeat)].compactMap { $0 }
        func pass(_ pieces: [ArraySlice<UInt8>]) -> (output: [UInt8], taken: DTUFilter.Taken) {
            var filter = DTUFilter(registrations: registrations, heartbeats: heartbeats)
            var output = ByteBuffer()
            var sum = DTUFilter.Taken()
            for piece in pieces {
                var buffer = ByteBuffer(bytes: piece)
                let taken = filter.pass(&buffer, into: &output)
                sum.registrations += taken.registrations
                sum.heartbeats += taken.heartbeats
            }
            let taken = filter.finish(into: &output)
            sum.registrations += taken.registrations
            sum.heartbeats += taken.heartbeats
            return (Array(output.readableBytesView), sum)
        }
        let whole = pass([stream])
        let cut = pass(pieces)
        try require(whole == cut, "the pieces change what is taken out")
        try require(
            whole.output.count + whole.taken.registrations * registration.count
                + whole.taken.heartbeats * heartbeat.count == stream.count, "bytes are lost or doubled")
    }

    private static func checkFourFaith(_ stream: ArraySlice<UInt8>, _ pieces: [ArraySlice<UInt8>]) throws {
        func pass(_ pieces: [ArraySlice<UInt8>]) -> [UInt8] {
            var link = FourFaithLink()
            var output = ByteBuffer()
            for piece in pieces {
                var buffer = ByteBuffer(bytes: piece)
                _ = link.pass(&buffer, into: &output)
            }
            return Array(output.readableBytesView)
        }
        let whole = pass([stream])
        try require(whole == pass(pieces), "the pieces change what a Four-Faith link gives")
        try require(whole.count <= stream.count, "a Four-Faith link gives more than it took")
        let bytes = Array(stream)
        _ = try? FourFaithLink.Registration(bytes.span.bytes)
        _ = try? InHandRegistration(bytes.span.bytes)
    }

    /// The list of known registrations against what it looks for.
    private struct RegistrationFront {
        let patterns: [BytePattern]

        init(_ packets: [UInt8]...) { patterns = packets.compactMap { BytePattern($0) } }

        func check(_ stream: ArraySlice<UInt8>) throws {
            guard let list = try? RegistrationList(patterns) else { return }
            let fits = patterns.indices.filter { stream.starts(with: patterns[$0].bytes) }
            switch list.find(in: ByteBuffer(bytes: stream)) {
            case .known(let match): try require(fits.contains(match.index), "a registration that is not there")
            case .needMoreData(let best):
                try require(best.map { fits.contains($0.index) } ?? fits.isEmpty, "the best match is not there")
            case .unknown: try require(fits.isEmpty, "a registration was passed over")
            }
        }
    }
}
