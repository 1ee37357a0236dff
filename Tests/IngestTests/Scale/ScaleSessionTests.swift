import NIOCore
import Registry
import TagReader
import TestSupport
import Testing
import WeighScale

@testable import Ingest

/// Frames are those of docs/protocol/scales.md.
@Suite("ScaleSession")
struct ScaleSessionTests {
    /// 12340 kg, stable.
    private static let loaded: [UInt8] = [
        0x02, 0x2A, 0x30, 0x20, 0x20, 0x31, 0x32, 0x33, 0x34, 0x30, 0x20, 0x20, 0x20, 0x20, 0x20, 0x30, 0x0D, 0x0D,
    ]
    private static let address = IPAddress("10.1.2.3")

    private static func scale(
        _ id: Int64 = 7, _ registration: String? = "LOGIN:1001", dialect: String = "toledo", network: String? = nil
    ) -> Scale {
        var scale = Scale(
            terminalID: id, code: "S\(id)", kind: dialect == "tag-reader" ? "reader" : "platform", dialect: dialect)
        scale.registration = registration
        scale.sourceNetwork = network
        return scale
    }

    /// Everything that follows from these chunks.
    private static func actions(
        _ session: inout ScaleSession, _ directory: ScaleDirectory, _ chunks: [UInt8]...
    ) -> [ScaleSession.Action] {
        chunks.flatMap { chunk in
            var bytes = ByteBuffer(bytes: chunk)
            session.receive(&bytes)
            return drain(&session, directory)
        }
    }

    private static func drain(_ session: inout ScaleSession, _ directory: ScaleDirectory) -> [ScaleSession.Action] {
        var actions: [ScaleSession.Action] = []
        while true {
            let action = session.next(in: directory)
            guard action != .wait else { return actions }
            actions.append(action)
        }
    }

    private static func weights(_ actions: [ScaleSession.Action]) -> [Int64?] {
        actions.compactMap { action in
            guard case .step(.reading(let reading, _)) = action else { return nil }
            return .some(reading.weight?.grams)
        }
    }

    private static func code(_ action: ScaleSession.Action?) -> String? {
        if case .identified(let profile) = action { profile.code } else { nil }
    }

    @Test("the registration names the scale, however it is cut; what follows is its stream", arguments: 1..<28)
    func registration(cut: Int) throws {
        let directory = ScaleDirectory([Self.scale(), Self.scale(8, "LOGIN:1002")])
        let bytes = Array("LOGIN:1001".utf8) + Self.loaded
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(&session, directory, Array(bytes[..<cut]), Array(bytes[cut...]))
        #expect(Self.code(actions.first) == "S7")
        #expect(Self.weights(actions) == [12_340_000])
        #expect(actions.count == 2)
    }

    @Test("packets of the DTU are taken out: the registration before every chunk, a heartbeat inside a frame")
    func packets() throws {
        var scale = Self.scale()
        scale.heartbeat = "PING!"
        let directory = ScaleDirectory([scale])
        let login = Array("LOGIN:1001".utf8)
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(
            &session, directory, login + Self.loaded[..<9], login + Self.loaded[9...],
            Self.loaded[..<5] + Array("PING!".utf8) + Self.loaded[5...])
        #expect(Self.weights(actions) == [12_340_000, 12_340_000])
        #expect(actions.count == 3)
        let taken = session.takeTaken()
        // The first one named it and is no longer in the stream.
        #expect(taken == DTUFilter.Taken(registrations: 1, heartbeats: 1))
        let takenSince = session.takeTaken()
        #expect(takenSince == DTUFilter.Taken())
    }

    @Test("an unknown registration is refused with its first 64 bytes, and nothing after it is looked at")
    func unknown() throws {
        let directory = ScaleDirectory([Self.scale()])
        let bytes = Array("LOGIN:2".utf8) + [UInt8](repeating: 0x55, count: 100)
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(&session, directory, bytes, Array("LOGIN:1001".utf8) + Self.loaded)
        #expect(actions == [.refused(.unknown, first: ByteBuffer(bytes: bytes.prefix(64)))])
        #expect(session.isRefused)
    }

    @Test("where one registration begins another, silence decides for the shorter")
    func shorter() throws {
        let directory = ScaleDirectory([Self.scale(1, "SCALE1"), Self.scale(2, "SCALE12")])
        var session = ScaleSession(from: Self.address)
        #expect(Self.actions(&session, directory, Array("SCALE1".utf8)) == [])
        session.fellSilent()
        #expect(Self.code(Self.drain(&session, directory).first) == "S1")
        var other = ScaleSession(from: Self.address)
        #expect(Self.code(Self.actions(&other, directory, Array("SCALE1".utf8), Array("2".utf8)).first) == "S2")
    }

    @Test("without a registration the network names it: by its first frame, or after silence when it waits to be asked")
    func network() throws {
        let directory = ScaleDirectory([
            Self.scale(), Self.scale(8, nil, network: "10.0.0.0/8"), Self.scale(9, nil, network: "10.1.2.0/24"),
        ])
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(&session, directory, Self.loaded)
        #expect(Self.code(actions.first) == "S9", "the narrower one")
        #expect(Self.weights(actions) == [12_340_000])
        var silent = ScaleSession(from: IPAddress("10.9.9.9"))
        #expect(Self.drain(&silent, directory) == [])
        silent.fellSilent()
        #expect(Self.code(Self.drain(&silent, directory).first) == "S8")
        var stranger = ScaleSession(from: IPAddress("11.1.2.3"))
        #expect(
            Self.actions(&stranger, directory, Self.loaded)
                == [.refused(.unknown, first: ByteBuffer(bytes: Self.loaded))])
    }

    @Test("a scale that is suspended, comes from elsewhere, or to another dialect's port is refused, and why")
    func refused() throws {
        var suspended = Self.scale(1, "SCALE-1")
        suspended.isActive = false
        let directory = ScaleDirectory([
            suspended, Self.scale(2, "SCALE-2", network: "10.2.0.0/16"), Self.scale(3, "SCALE-3", dialect: "yaohua"),
        ])
        for (bytes, refusal) in [("SCALE-1", ScaleSession.Refusal.refused), ("SCALE-2", .network), ("SCALE-3", .port)] {
            var session = ScaleSession(from: Self.address, portDialect: "toledo")
            let actions = Self.actions(&session, directory, Array(bytes.utf8))
            #expect(actions == [.refused(refusal, first: ByteBuffer(string: bytes))])
        }
    }

    @Test("a port of one dialect tells a reader from a scale in the same network")
    func portDialect() throws {
        let directory = ScaleDirectory([
            Self.scale(1, nil, network: "10.1.2.3/32"),
            Self.scale(2, nil, dialect: "tag-reader", network: "10.1.2.3/32"),
        ])
        // A poll's answer "no tag".
        let noTag: [UInt8] = [0xBB, 0x01, 0xFF, 0x00, 0x01, 0x15, 0x16, 0x7E]
        var session = ScaleSession(from: Self.address, portDialect: "tag-reader")
        let actions = Self.actions(&session, directory, noTag)
        #expect(Self.code(actions.first) == "S2")
        #expect(actions.dropFirst() == [.step(.notice)])
    }

    @Test("a Four-Faith link: named by the first 16 bytes of 21, escapes and bare heartbeats undone")
    func fourFaith() throws {
        var scale = Self.scale(1, "hex:01000000 3133383030303030303031 00")
        scale.link = "four-faith"
        let directory = ScaleDirectory([scale])
        #expect(directory.problems == [])
        let registration: [UInt8] =
            [1, 0, 0, 0] + Array("13800000001".utf8) + [0, 10, 1, 2, 3, 0]
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(
            &session, directory, Array(registration[..<18]), Array(registration[18...]) + [0xFE] + Self.loaded + [0xFE])
        #expect(Self.code(actions.first) == "S1")
        #expect(Self.weights(actions) == [12_340_000])
        let taken = session.takeTaken()
        #expect(taken.heartbeats == 2)
    }

    @Test("a sighting comes with its frame; a damaged frame with its reason")
    func reader() throws {
        let frame: [UInt8] = [
            0xBB, 0x02, 0x22, 0x00, 0x11, 0xC9, 0x34, 0x00, 0x30, 0x75, 0x1F, 0xEB, 0x70, 0x5C, 0x59, 0x04, 0xE3, 0xD5,
            0x0D, 0x70, 0x3A, 0x76, 0xEF, 0x7E,
        ]
        var damaged = frame
        damaged[10] ^= 1
        let directory = ScaleDirectory([Self.scale(1, "R-1", dialect: "tag-reader")])
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(&session, directory, Array("R-1".utf8) + frame + damaged)
        guard case .step(.sighting(let sighting, let raw)) = actions[1] else {
            Issue.record("no sighting: \(actions)")
            return
        }
        #expect(sighting.rssi == -55)
        #expect(raw == ByteBuffer(bytes: frame))
        #expect(actions[2] == .step(.malformed(reason: "checksum", raw: ByteBuffer(bytes: damaged))))
    }

    @Test("a number that waits for the next = is whole when the link falls silent")
    func silence() throws {
        let directory = ScaleDirectory([Self.scale(1, "E-1", dialect: "equals-forward")])
        var session = ScaleSession(from: Self.address)
        let actions = Self.actions(&session, directory, Array("E-1=0003.000".utf8))
        #expect(Self.weights(actions) == [])
        session.fellSilent()
        #expect(Self.weights(Self.drain(&session, directory)) == [3_000])
        // And it goes on as if nothing had been.
        #expect(Self.weights(Self.actions(&session, directory, Array("=0004.000=".utf8))) == [4_000])
    }

    @Test(
        "whatever comes, in whatever pieces, a sound frame after a silence is read", arguments: 0..<40 as Range<UInt64>)
    func garbage(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let directory = ScaleDirectory([Self.scale()])
        var session = ScaleSession(from: Self.address)
        _ = Self.actions(&session, directory, Array("LOGIN:1001".utf8))
        for _ in 0..<50 {
            var chunk = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            // Parts of what it knows, so that it gets further than the first byte.
            if Bool.random(using: &random) { chunk += Self.loaded.prefix(Int.random(in: 1...18, using: &random)) }
            if Bool.random(using: &random) { chunk += "LOGIN:1001".utf8.prefix(Int.random(in: 1...10, using: &random)) }
            _ = Self.actions(&session, directory, chunk)
        }
        session.fellSilent()
        _ = Self.drain(&session, directory)
        // Checksums may have been seen among the garbage, or faults: the first frames settle that.
        let actions = Self.actions(&session, directory, Array(repeating: Self.loaded, count: 10).flatMap(\.self))
        #expect(Self.weights(actions).last == 12_340_000)
    }

    @Test("a change of the registry: other settings, suspended, gone, or none of its business")
    func registryChanged() throws {
        var session = ScaleSession(from: Self.address)
        _ = Self.actions(&session, ScaleDirectory([Self.scale()]), Array("LOGIN:1001".utf8) + Self.loaded[..<5])
        let unchanged = session.registryChanged(ScaleDirectory([Self.scale(), Self.scale(8, "LOGIN:X")]))
        #expect(unchanged == .wait)
        var keeping = Self.scale()
        keeping.keepsSamples = true
        let keepingDirectory = ScaleDirectory([keeping])
        let changed = session.registryChanged(keepingDirectory)
        #expect(Self.code(changed) == "S7")
        #expect(session.profile?.keepsSamples == true)
        // The frame that was under way is whole.
        #expect(Self.weights(Self.actions(&session, keepingDirectory, Array(Self.loaded[5...]))) == [12_340_000])
        // A least load below the band in which the scale is empty cannot be.
        var wrong = keeping
        wrong.minimumG = 100
        let wrongDirectory = ScaleDirectory([wrong])
        #expect(wrongDirectory.problems.count == 1)
        let kept = session.registryChanged(wrongDirectory)
        #expect(kept == .wait)
        #expect(Self.weights(Self.actions(&session, wrongDirectory, Self.loaded)) == [12_340_000])
        keeping.isActive = false
        let suspended = session.registryChanged(ScaleDirectory([keeping]))
        #expect(suspended == .refused(.refused, first: ByteBuffer()))
        var other = ScaleSession(from: Self.address)
        _ = Self.actions(&other, ScaleDirectory([Self.scale()]), Array("LOGIN:1001".utf8))
        let gone = other.registryChanged(ScaleDirectory())
        #expect(gone == .refused(.unknown, first: ByteBuffer()))
    }
}
