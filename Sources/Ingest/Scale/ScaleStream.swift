package import NIOCore
package import TagReader
package import WeighScale

/// The byte stream of one identified scale or reader: what its DTU adds is taken out, the rest is cut into frames.
package struct ScaleStream: Sendable {
    package enum Step: Equatable, Sendable {
        case reading(ScaleReading, raw: ByteBuffer)
        case sighting(TagSighting, raw: ByteBuffer)
        /// A sound frame that carries nothing to keep: a handshake, an echo, a reader's "no tag".
        case notice
        /// - reason: of a bounded vocabulary.
        case malformed(reason: String, raw: ByteBuffer)
        case junk(Int)
        case needMoreData
    }

    /// A burst may grow the buffer; a silent scale's must be small.
    private static let mostKept = 4_096

    private var link: FourFaithLink?
    private var filter: DTUFilter?
    /// nil: a tag reader.
    private var parser: ScaleParser?
    private let reader = TagReaderParser()
    private var buffer = ByteBuffer()
    /// What the DTU added since it was last asked for.
    private var taken = DTUFilter.Taken()

    package init(_ profile: ScaleProfile) {
        if profile.isFourFaith { link = FourFaithLink() }
        guard case .scale(let dialect) = profile.codec else { return }
        parser = ScaleParser(dialect)
        // A reader's frames may hold any bytes, so nothing is taken out of them; between frames packets are junk.
        let registrations = profile.isFourFaith ? [] : profile.registration.map { [$0] } ?? []
        let heartbeats = profile.heartbeat.map { [$0] } ?? []
        if !registrations.isEmpty || !heartbeats.isEmpty {
            filter = DTUFilter(registrations: registrations, heartbeats: heartbeats)
        }
    }

    /// Moves all of `bytes` into the stream.
    package mutating func receive(_ bytes: inout ByteBuffer) {
        if buffer.readableBytes == 0 {
            if buffer.capacity > Self.mostKept { buffer = ByteBuffer() } else { buffer.clear() }
        } else {
            buffer.discardReadBytes()
        }
        if link != nil {
            var plain = ByteBuffer()
            note(link?.pass(&bytes, into: &plain))
            bytes = plain
        }
        if filter != nil { note(filter?.pass(&bytes, into: &buffer)) } else { buffer.writeBuffer(&bytes) }
    }

    /// Call it until it needs more data.
    package mutating func next() -> Step {
        guard parser != nil else { return readerStep(reader.next(in: &buffer)) }
        return Self.step(parser?.next(in: &buffer) ?? .needMoreData)
    }

    /// The same after the link fell silent: what waits is judged as it stands.
    package mutating func finish() -> Step {
        if filter?.isHolding == true { note(filter?.finish(into: &buffer)) }
        guard parser != nil else { return readerStep(reader.finish(in: &buffer)) }
        return Self.step(parser?.finish(in: &buffer) ?? .needMoreData)
    }

    /// Registrations and heartbeats since the last call.
    package mutating func takeTaken() -> DTUFilter.Taken {
        defer { taken = DTUFilter.Taken() }
        return taken
    }

    private mutating func note(_ more: DTUFilter.Taken?) {
        guard let more else { return }
        taken.registrations += more.registrations
        taken.heartbeats += more.heartbeats
    }

    private static func step(_ step: ScaleParser.Step) -> Step {
        switch step {
        case .reading(let reading, let raw): .reading(reading, raw: raw)
        case .notice: .notice
        case .malformed(let fault, let raw): .malformed(reason: fault.rawValue, raw: raw)
        case .junk(let count): .junk(count)
        case .needMoreData: .needMoreData
        }
    }

    private func readerStep(_ step: TagReaderParser.Step) -> Step {
        switch step {
        case .frame(let frame):
            guard let sighting = TagSighting(frame) else { return .notice }
            var raw = ByteBuffer()
            frame.encode(into: &raw)
            return .sighting(sighting, raw: raw)
        case .malformed(let fault, let raw): return .malformed(reason: fault.rawValue, raw: raw)
        case .junk(let count): return .junk(count)
        case .needMoreData: return .needMoreData
        }
    }
}
