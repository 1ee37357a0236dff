import NIOCore
import Testing

@testable import JTT808

@Suite("FrameHeader")
struct FrameHeaderTests {
    @Test("the short header is read as the 2013 edition lays it out")
    func short() throws {
        let header = try #require(onlyFrame(in: sealed("0200 0002 013912345678 1234 aabb"))).header
        #expect(header.messageID == .locationReport)
        #expect(header.bodyLength == 2)
        #expect(header.address.form == .short)
        #expect(header.address.protocolVersion == 0)
        #expect(header.address.phone == "013912345678")
        #expect(header.serial == 0x1234)
        #expect(header.package == nil)
        #expect(header.encryption == 0)
        #expect(!header.isReservedBitSet)
        #expect(header.length == 12)
    }

    @Test("the long header has a version byte and ten bytes of phone")
    func long() throws {
        let header = try #require(onlyFrame(in: sealed("0200 4002 02 00000000013912345678 ffff aabb"))).header
        #expect(header.address.form == .long)
        #expect(header.address.protocolVersion == 2)
        #expect(header.address.phone == "00000000013912345678")
        #expect(header.serial == 65_535)
        #expect(!header.hasVersionFlagWithoutLongHeader)
        #expect(header.length == 17)
    }

    @Test(
        "bit 13 adds total and index",
        arguments: [
            ("0801 2001 013912345678 0007 0003 0002 aa", 16),
            ("0801 6001 01 00000000013912345678 0007 0003 0002 aa", 21),
        ])
    func package(content: String, length: Int) throws {
        let header = try #require(onlyFrame(in: sealed(content))).header
        #expect(header.package == FrameHeader.Package(total: 3, index: 2))
        #expect(header.serial == 7)
        #expect(header.length == length)
    }

    @Test(
        "bits 10 to 12 are the encryption, bit 15 is kept",
        arguments: [
            ("0400", 1, false), ("0800", 2, false), ("1c00", 7, false), ("8000", 0, true), ("9400", 5, true),
        ] as [(String, UInt8, Bool)])
    func propertyBits(properties: String, encryption: UInt8, isReservedBitSet: Bool) throws {
        let header = try #require(onlyFrame(in: sealed("0002 \(properties) 012345678900 000a"))).header
        #expect(header.encryption == encryption)
        #expect(header.isReservedBitSet == isReservedBitSet)
        #expect(header.bodyLength == 0)
        #expect(header.package == nil)
    }

    @Test("a version flag on a short header is recognised by the frame's length")
    func versionFlagAlone() throws {
        let header = try #require(onlyFrame(in: sealed("0002 4000 012345678900 000a"))).header
        #expect(header.address.form == .short)
        #expect(header.address.phone == "012345678900")
        #expect(header.serial == 10)
        #expect(header.hasVersionFlagWithoutLongHeader)
    }

    @Test("when neither header fits the length, the flag decides and the length is at fault")
    func neitherFits() {
        let frame = sealed("0200 4009 01 00000000013912345678 0001 aabb")
        #expect(parse(frame).steps == [.malformed(.length, raw: ByteBuffer(bytes: frame.dropFirst().dropLast()))])
    }

    @Test("every body length up to 1023 is read", arguments: [0, 1, 255, 256, 511, 512, 1022, 1023])
    func lengths(count: Int) throws {
        let content = bytes("0900 \(count < 256 ? "00" : "0\(count >> 8)") 013912345678 0001")
        var whole = content
        whole.insert(UInt8(count & 0xFF), at: 3)
        let frame = try #require(onlyFrame(in: sealed(whole + [UInt8](repeating: 0x33, count: count))))
        #expect(frame.header.bodyLength == count)
        #expect(frame.body.readableBytes == count)
    }
}
