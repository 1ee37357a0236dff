import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("FrameWriter")
struct FrameWriterTests {
    @Test(
        "a sound frame written from its facts is the same bytes",
        arguments: Vector.soundFrames.filter { vector in
            // The writer never sets what these carry: encryption, the reserved bit, a flag that promises another header.
            let expect = vector.expect
            return ["encryption", "reserved_bit15", "version_flag_without_long_header"].allSatisfy { expect[$0] == nil }
                && expect["body"] != nil
        })
    func vectors(_ vector: Vector) throws {
        let id = try #require(vector.messageID.flatMap { UInt16($0.dropFirst(2), radix: 16) })
        let body = vector.body
        var out = ByteBuffer()
        try FrameWriter.write(
            MessageID(rawValue: id), to: try #require(vector.address), serial: vector.serial, package: vector.package,
            body: body.span.bytes, into: &out)
        #expect(hex(out) == vector.hex)
    }

    @Test("header, body and check code are escaped, as in the example of the standard")
    func escapes() throws {
        // The standard's example: content 30 7e 08 7d 55 goes out as 30 7d 02 08 7d 01 55.
        let body = bytes("307e087d55")
        var out = ByteBuffer()
        try FrameWriter.write(
            MessageID(rawValue: 0x0900), to: try address("13912345678", .short), serial: 0x007D, body: body.span.bytes,
            into: &out)
        #expect(
            hex(out) == "7e" + "09000005013912345678" + "007d01" + "307d02087d0155" + "2f" + "7e")
    }

    @Test("a check code of 7e or 7d is escaped", arguments: [0x7E, 0x7D] as [UInt8])
    func escapedCheckCode(wanted: UInt8) throws {
        let head = bytes("0900 0001 013912345678 0001")
        let body = [head.reduce(wanted, ^)]
        var out = ByteBuffer()
        try FrameWriter.write(
            MessageID(rawValue: 0x0900), to: try address("13912345678", .short), serial: 1, body: body.span.bytes,
            into: &out)
        #expect(hex(out).hasSuffix(wanted == 0x7E ? "7d027e" : "7d017e"))
        #expect(try #require(onlyFrame(in: Array(buffer: out))).body == ByteBuffer(bytes: body))
    }

    @Test(
        "what is written is parsed again, whatever stands in the body",
        arguments: [0, 1, 2, 5, 255, 256, 1022, 1023],
        [[0x7E], [0x7D], [0x7E, 0x7D], [0x00], [0x7D, 0x01, 0x7D, 0x02]] as [[UInt8]])
    func roundTrip(count: Int, pattern: [UInt8]) throws {
        let body = (0..<count).map { pattern[$0 % pattern.count] }
        // The last number needs escapes itself.
        let addresses = [
            try address("13912345678", .short), try address("13912345678", .long), try address("7e7d7e7d7e7d", .short),
        ]
        for address in addresses {
            for package in [nil, FrameHeader.Package(total: 0x7E, index: 0x7D7E)] {
                var out = ByteBuffer()
                try FrameWriter.write(
                    .locationReport, to: address, serial: 0x7E7D, package: package, body: body.span.bytes, into: &out)
                let frame = try #require(onlyFrame(in: Array(buffer: out)))
                #expect(frame.header.messageID == .locationReport)
                #expect(frame.header.address == address)
                #expect(frame.header.serial == 0x7E7D)
                #expect(frame.header.package == package)
                #expect(frame.header.bodyLength == count)
                #expect(frame.body == ByteBuffer(bytes: body))
                #expect(
                    out.readableBytesView.dropFirst().dropLast().allSatisfy { $0 != 0x7E }, "a flag inside the frame")
            }
        }
    }

    @Test("a body that is too long is refused and nothing is written", arguments: [1024, 1025, 70_000])
    func tooLong(count: Int) throws {
        let body = [UInt8](repeating: 0, count: count)
        var out = ByteBuffer(bytes: [1, 2, 3])
        #expect(throws: FrameWriter.WriteError.bodyTooLong(count)) {
            try FrameWriter.write(
                .locationReport, to: try address("13912345678", .short), serial: 0, body: body.span.bytes, into: &out)
        }
        #expect(out == ByteBuffer(bytes: [1, 2, 3]))
    }

    @Test("a frame is appended to what is there")
    func appends() throws {
        var out = ByteBuffer(bytes: [0x2A])
        let answer = GeneralAnswer(serial: 10, messageID: .locationReport, result: .done)
        try FrameWriter.write(.platformAnswer, to: try address("13912345678", .short), serial: 1, into: &out) {
            answer.encode(into: &$0)
        }
        #expect(hex(out) == "2a" + hex(sealed("8001 0005 013912345678 0001 000a 0200 00")))
    }
}
