import Testing

@testable import JTT808

@Suite("ParameterDefinition")
struct ParameterDefinitionTests {
    /// The ids of the table in JT/T 808-2019 and, from 2013, the two ports.
    static let ids: [ClosedRange<UInt32>] = [
        0x01...0x07, 0x10...0x17, 0x18...0x19, 0x1A...0x1D, 0x20...0x22, 0x23...0x26, 0x27...0x29, 0x2C...0x2F,
        0x30...0x32, 0x40...0x49, 0x50...0x5E, 0x64...0x65, 0x70...0x74, 0x80...0x84, 0x90...0x95, 0x100...0x103,
    ]

    @Test("every id of the standard has its definition, and no other one")
    func complete() {
        #expect(ParameterDefinition.all.map(\.id) == Self.ids.flatMap(Array.init))
        #expect(Set(ParameterDefinition.byID.keys) == Set(Self.ids.flatMap(Array.init) + Array(0x110...0x1FF)))
    }

    @Test("a name leads back to its id")
    func names() throws {
        #expect(ParameterDefinition.byName.count == ParameterDefinition.byID.count)
        #expect(try #require(ParameterDefinition.byName["report_interval_s"]).id == 0x29)
        #expect(try #require(ParameterDefinition.byName["heartbeat_interval_s"]).id == 0x01)
        #expect(try #require(ParameterDefinition.byName["can_id_1a0"]).id == 0x1A0)
    }

    @Test("what one edition has alone is marked")
    func editions() {
        let until2013 = ParameterDefinition.all.filter { $0.until == .edition2013 }.map(\.id)
        #expect(until2013 == [0x18, 0x19])
        let since2019 = ParameterDefinition.all.filter { $0.since == .edition2019 }.map(\.id)
        #expect(since2019 == [0x23, 0x24, 0x25, 0x26, 0x32])
    }

    @Test("words, bytes and texts are where the standard has them")
    func kinds() {
        let ids = { (kind: ParameterValue.Kind) in ParameterDefinition.all.filter { $0.kind == kind }.map(\.id) }
        #expect(ids(.word) == [0x31, 0x5B, 0x5C, 0x5D, 0x5E, 0x81, 0x82, 0x101, 0x103])
        #expect(ids(.byte) == [0x84, 0x90, 0x91, 0x92, 0x94])
        #expect(
            ids(.text)
                == Array(0x10...0x17) + [0x1A, 0x1D] + Array(0x23...0x26) + Array(0x40...0x44) + [0x48, 0x49, 0x83])
        #expect(ids(.bytes(4)) == [0x32])
    }
}
