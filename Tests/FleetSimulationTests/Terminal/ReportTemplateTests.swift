import FleetSimulation
import JTT808
import NIOCore
import Testing

@Suite("ReportTemplate")
struct ReportTemplateTests {
    @Test("writes the very bytes of the codec", arguments: [TerminalAddress.Form.short, .long])
    func sameAsCodec(form: TerminalAddress.Form) throws {
        let number = try #require(TerminalNumber("13900000007"))
        let address = try #require(TerminalAddress(number, form: form))
        var template = ReportTemplate(address: address)
        var vehicle = SimulatedVehicle(seed: 5, index: 0)
        var escaped = 0
        for serial in UInt16.min...UInt16.max where serial < 2000 || serial.isMultiple(of: 0x7D) {
            vehicle.advance(by: 3)
            let reading = vehicle.reading(at: .reported(at: 1_764_000_000 + Int64(serial)))
            var expected = ByteBuffer()
            expected.writeFrame(.locationReport, from: address, serial: serial) { reading.report.encode(into: &$0) }
            var actual = ByteBuffer()
            template.write(reading, serial: serial, into: &actual)
            #expect(actual == expected)
            if actual.readableBytesView.contains(0x7D) { escaped += 1 }
        }
        #expect(escaped > 100, "escapes were among them")
    }

    @Test("writes the very bytes of the codec for a lift", arguments: [TerminalAddress.Form.short, .long])
    func liftAsCodec(form: TerminalAddress.Form) throws {
        let number = try #require(TerminalNumber("13900000007"))
        let address = try #require(TerminalAddress(number, form: form))
        var template = ReportTemplate(address: address, kind: .lift)
        var reports = LoadReports(seed: 5, index: 0)
        for serial in UInt16.min..<3_000 {
            let reading = reports.next(at: 1_764_000_000 + Int64(serial / 100))
            var expected = ByteBuffer()
            expected.writeFrame(.passthroughUp, from: address, serial: serial) { body in
                body.writeBytes([0xF1])
                RecordBatch([reading.lift]).encode(into: &body)
            }
            var actual = ByteBuffer()
            template.write(reading, serial: serial, into: &actual)
            try #require(actual == expected)
        }
    }

    @Test("frames of the same seed are the same bytes")
    func deterministic() throws {
        func frames() throws -> ByteBuffer {
            let identity = try #require(VehicleIdentity(index: 3, firstNumber: 13_900_000_001, edition: .mixed))
            var template = ReportTemplate(address: identity.address)
            var vehicle = SimulatedVehicle(seed: 9, index: 3)
            var out = ByteBuffer()
            for serial in UInt16(0)..<200 {
                vehicle.advance(by: 5)
                template.write(
                    vehicle.reading(at: .reported(at: 1_764_000_000 + 5 * Int64(serial))), serial: serial, into: &out)
            }
            return out
        }
        #expect(try frames() == frames())
    }
}
