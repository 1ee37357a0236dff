import NIOCore
import Testing

@testable import JTT808

@Suite("FrameWriter, slices")
struct FrameWriterSlicesTests {
    private func write(_ count: Int, sliceLength: Int = 1023, serial: UInt16 = 65_534, only: [UInt16]? = nil) throws
        -> (Int, [Frame])
    {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var out = ByteBuffer()
        let frames = try FrameWriter.writeSliced(
            .upgradePackage, to: try address("013912345678", .short), serial: serial, body: body.span.bytes,
            sliceLength: sliceLength, only: only, into: &out)
        return (frames, parse(Array(buffer: out)).frames)
    }

    @Test("a body that fits is one frame without package", arguments: [0, 1, 1023])
    func one(count: Int) throws {
        let (count, frames) = try write(count)
        #expect(count == 1)
        #expect(frames.map(\.header.package) == [nil])
    }

    @Test(
        "a longer one is cut into slices with consecutive serials",
        arguments: [(1024, 1023, 2), (2046, 1023, 2), (2047, 1023, 3), (10, 3, 4)])
    func slices(count: Int, sliceLength: Int, expected: Int) throws {
        let (written, frames) = try write(count, sliceLength: sliceLength)
        #expect(written == expected)
        #expect(frames.map(\.header.serial) == (0..<UInt16(expected)).map { 65_534 &+ $0 })
        #expect(
            frames.map(\.header.package) == (1...UInt16(expected)).map { .init(total: UInt16(expected), index: $0) })
        #expect(frames.flatMap { Array(buffer: $0.body) } == (0..<count).map { UInt8(truncatingIfNeeded: $0) })
    }

    @Test("slices that are asked for again come unchanged, others and those that do not exist do not")
    func again() throws {
        let (_, all) = try write(10, sliceLength: 3)
        let (count, some) = try write(10, sliceLength: 3, only: [4, 0, 2, 5])
        #expect(count == 4)
        #expect(some == [all[3], all[1]])
    }

    @Test("more than 65,535 slices are refused, and nothing is written")
    func tooLong() {
        #expect(throws: FrameWriter.WriteError.bodyTooLong(65_536)) { try write(65_536, sliceLength: 1) }
    }

    @Test("what is cut comes together again")
    func together() throws {
        var reassembler = Reassembler()
        let (_, frames) = try write(5000, sliceLength: 700)
        let now = ContinuousClock.now
        let actions = frames.flatMap { reassembler.take($0, now: now) }
        guard case .deliver(let whole, let firstSerial)? = actions.last else {
            Issue.record("not whole")
            return
        }
        #expect(firstSerial == 65_534)
        #expect(Array(buffer: whole.body) == (0..<5000).map { UInt8(truncatingIfNeeded: $0) })
    }
}
