import FleetSimulation
import JTT808
import NIOCore
import Testing

@Suite("LoadReports")
struct LoadReportsTests {
    @Test("many reports of one second have as many hashes")
    func distinct() throws {
        let identity = try #require(VehicleIdentity(index: 0, firstNumber: 13_900_000_001, edition: .mixed))
        var template = ReportTemplate(address: identity.address)
        var reports = LoadReports(seed: 4, index: 0)
        var hashes: Set<UInt32> = []
        for _ in 0..<100_000 { hashes.insert(template.bodyChecksum(reports.next(at: 1_764_000_000))) }
        #expect(hashes.count == 100_000)
    }

    @Test("device times are those of the reports, and never run back")
    func times() {
        var reports = LoadReports(seed: 4, index: 0)
        let seconds: [Int64] = [100, 100, 101, 99, 5000]
        let times = seconds.map { reports.next(at: 1_764_000_000 + $0).position.time.unixSeconds }
        #expect(times == [100, 100, 101, 101, 5000].map { 1_764_000_000 + $0 })
    }

    @Test("the hash is that of the body which the frame carries")
    func hash() throws {
        let identity = try #require(VehicleIdentity(index: 1, firstNumber: 13_900_000_001, edition: .mixed))
        var template = ReportTemplate(address: identity.address)
        var reports = LoadReports(seed: 4, index: 1)
        let reading = reports.next(at: 1_764_000_000)
        var frame = ByteBuffer()
        template.write(reading, serial: 3, into: &frame)
        var parser = FrameParser()
        guard case .frame(let parsed) = parser.next(in: &frame) else {
            Issue.record("no frame")
            return
        }
        let expected = parsed.body.withUnsafeReadableBytes { BodyChecksum.crc32(of: $0) }
        #expect(template.bodyChecksum(reading) == expected)
        // The check value of the CRC catalogue.
        #expect(Array("123456789".utf8).withUnsafeBytes { BodyChecksum.crc32(of: $0) } == 0xCBF4_3926)
    }
}
