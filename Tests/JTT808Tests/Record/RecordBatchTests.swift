import TestSupport
import Testing

@testable import JTT808

@Suite("RecordBatch")
struct RecordBatchTests {
    private func batch(_ wire: String) throws -> RecordBatch { try RecordBatch(data: bytes(wire).span.bytes) }

    private func listed(_ record: String) -> String {
        let length = bytes(record).count
        return hex([UInt8(length >> 8), UInt8(length & 0xFF)]) + record
    }

    @Test("records behind their lengths")
    func records() throws {
        let wire = "0104" + RecordTests.all.map(listed).joined()
        let batch = try batch(wire)
        #expect(batch.declaredCount == 4)
        #expect(batch.records.map { hex($0) } == RecordTests.all)
        #expect(batch.trailing == [])
        #expect(hex(encoded(batch.encode)) == wire)
    }

    @Test("it is made of records")
    func make() throws {
        let records = try RecordTests.all.map { try Record(bytes($0).span.bytes) }
        #expect(hex(encoded(RecordBatch(records).encode)) == "0104" + RecordTests.all.map(listed).joined())
        #expect(RecordBatch([Record](repeating: records[0], count: 300)).declaredCount == 255)
    }

    @Test("a record that is none costs itself alone")
    func bad() throws {
        let batch = try batch(
            "0104" + listed(RecordTests.lift) + listed("09ff") + "0000" + listed(RecordTests.tagRead))
        let outcomes = batch.records.map { record -> BodyError? in
            do throws(BodyError) {
                _ = try Record(record.span.bytes)
                return nil
            } catch {
                return error
            }
        }
        #expect(outcomes == [nil, .kind, .length, nil])
    }

    @Test("the data are read to their end, whatever the count says", arguments: ["00", "01", "ff"])
    func count(declared: String) throws {
        #expect(try batch("01" + declared + listed(RecordTests.lift) + listed(RecordTests.lift)).records.count == 2)
    }

    @Test("a length that runs past the end ends the list", arguments: ["00", "0002", "000201", "ffff"])
    func pastTheEnd(rest: String) throws {
        let batch = try batch("0102" + listed(RecordTests.tagRead) + rest)
        #expect(batch.records.count == 1)
        #expect(hex(batch.trailing) == rest)
    }

    @Test("another version is refused as a whole", arguments: ["0001", "0201", "ff00"])
    func version(wire: String) {
        #expect(throws: BodyError.version) { try batch(wire) }
    }

    @Test("fewer than 2 bytes are no list", arguments: ["", "01"])
    func short(wire: String) {
        #expect(throws: BodyError.length) { try batch(wire) }
    }

    @Test("the records of the vectors", arguments: VectorFile.frames.filter { $0.expect["records"] != nil })
    func vectors(_ vector: Vector) throws {
        let passthrough = try Passthrough(body: vector.body.span.bytes, edition: .edition2013)
        #expect(passthrough.kind == .records)
        let batch = try RecordBatch(data: passthrough.data.span.bytes)
        let facts = try #require(vector.expect["records"] as? [[String: Any]])
        let sequences = batch.records.map { record in (try? Record(record.span.bytes)).map { Int($0.head.sequence) } }
        #expect(sequences == facts.map { $0["seq"] as? Int })
    }
}
