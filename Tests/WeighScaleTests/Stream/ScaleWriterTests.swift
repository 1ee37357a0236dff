import NIOCore
import TestSupport
import Testing

@testable import WeighScale

@Suite("ScaleWriter")
struct ScaleWriterTests {
    /// Readings that a dialect's frames can say, all facts varied.
    static func readings(_ dialect: ScaleDialect, _ random: inout SplitMix64) -> ScaleReading {
        let isNegative = Bool.random(using: &random)
        let exponent: Int
        let unit: WeightUnit
        switch dialect.form {
        case .toledo, .toledoShort:
            exponent = Int.random(in: -5...2, using: &random)
            unit = WeightUnit.allCases.randomElement(using: &random) ?? .kilogram
        case .toledoExtended:
            exponent = Int.random(in: -5...0, using: &random)
            unit =
                [.pound, .kilogram, .gram, .tonne, .shortTon, .ounce, .newton].randomElement(using: &random) ?? .gram
        case .text:
            exponent = Int.random(in: -4...0, using: &random)
            unit = .kilogram
        default:
            exponent = Int.random(in: -4...0, using: &random)
            unit = dialect.unit
        }
        let most: Int64 = dialect.form == .text || dialect.form == .equalsOld ? 9_999 : 99_999
        let digits = Int64.random(in: 0...most, using: &random)
        let weight = Weight(digits: isNegative ? -digits : digits, exponent: exponent, unit: unit)
        var reading = ScaleReading(weight: weight, isNegative: isNegative)
        switch dialect.form {
        case .toledo, .toledoShort, .toledoExtended:
            reading.kind = Bool.random(using: &random) ? .gross : .net
            reading.stability = Bool.random(using: &random) ? .stable : .moving
            let isOut = Int.random(in: 0..<4, using: &random) == 0
            reading.range = !isOut ? .within : isNegative ? .under : .over
            if isOut, Bool.random(using: &random) { reading.weight = nil }
            // The unit of a blank display is that of its tare.
            let tare = Weight(
                digits: Int64.random(in: 0...99_999, using: &random),
                exponent: dialect.form == .toledoExtended ? min(0, max(-5, exponent)) : exponent, unit: unit)
            reading.tare = dialect.form == .toledoShort ? nil : tare
            if dialect.form == .toledoShort, reading.weight == nil { reading.weight = weight }
            reading.isNotZeroed = Bool.random(using: &random)
            reading.isExpanded = Bool.random(using: &random)
            reading.isPrintRequested = Bool.random(using: &random)
            if dialect.form == .toledoExtended {
                reading.isAtZero = Bool.random(using: &random)
                reading.isInvalid = Bool.random(using: &random)
            }
        case .yaohuaPoll:
            reading.kind = [.gross, .net, .tare].randomElement(using: &random) ?? .gross
            if reading.kind == .tare { reading.tare = weight }
        case .text:
            reading.kind = [.gross, .net, .tare].randomElement(using: &random) ?? .gross
            if reading.kind == .tare { reading.tare = weight }
            reading.range = .within
            reading.stability = [.stable, .moving, .notSaid].randomElement(using: &random) ?? .stable
        default:
            break
        }
        return reading
    }

    @Test("what is written is read again, in any chunks", arguments: ScaleDialect.Form.allCases, 1...4)
    func roundTrip(form: ScaleDialect.Form, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for checksum in ScaleDialect.Checksum.allCases {
            var dialect = ScaleDialect(form)
            dialect.checksum = checksum
            dialect.unit = .tonne
            var written: [ScaleReading] = []
            var stream = ByteBuffer()
            for _ in 0..<200 {
                let reading = Self.readings(dialect, &random)
                try #require(ScaleWriter.write(reading, as: dialect, into: &stream), "\(reading)")
                written.append(reading)
            }
            let parsed = parse(random.cut(Array(buffer: stream)), as: dialect, isFinished: true)
            #expect(parsed.readings == written)
            #expect(parsed.faults.isEmpty && parsed.junk == 0)
        }
    }

    @Test("the worked frames are what is written")
    func known() throws {
        var out = ByteBuffer()
        var dialect = ScaleDialect(.toledo)
        let net = ScaleReading(
            weight: Weight(digits: -1234, exponent: -2, unit: .kilogram),
            tare: Weight(digits: 500, exponent: -2, unit: .kilogram), kind: .net, stability: .moving, range: .within)
        #expect(ScaleWriter.write(net, as: dialect, into: &out))
        #expect(hex(out) == hex(bytes(ToledoFrameTests.net)))
        dialect.checksum = .absent
        out.clear()
        #expect(ScaleWriter.write(net, as: dialect, into: &out))
        #expect(hex(out) == hex(bytes(ToledoFrameTests.net).dropLast()))
        let three = ScaleReading(weight: Weight(digits: 3000, exponent: -3, unit: .kilogram))
        let minusOne = ScaleReading(weight: Weight(digits: -100, exponent: -2, unit: .kilogram))
        let whole = ScaleReading(weight: Weight(digits: 1230, exponent: 0, unit: .kilogram))
        for (form, reading, text) in [
            (.equalsOld, three, "=000.300"), (.equalsOld, minusOne, "=00.100-"), (.equalsOld, whole, "=.032100"),
            (.equalsReversed, three, "=000.3000"), (.equalsReversed, minusOne, "=00.1000-"),
            (.equalsForward, three, "=0003.000"), (.equalsForward, minusOne, "=-0001.00"),
        ] as [(ScaleDialect.Form, ScaleReading, String)] {
            out.clear()
            #expect(ScaleWriter.write(reading, as: .init(form), into: &out))
            #expect(String(buffer: out) == text)
        }
    }

    @Test("lines have the layout of the known ones")
    func lines() {
        var out = ByteBuffer()
        var reading = ScaleReading(
            weight: Weight(digits: 12450, exponent: 0, unit: .kilogram), kind: .gross, stability: .stable,
            range: .within)
        #expect(ScaleWriter.write(reading, as: .init(.text), into: &out))
        #expect(String(buffer: out) == "ST,GS,+  0012450kg\r\n")
        out.clear()
        reading.weight = Weight(digits: 4139, exponent: -3, unit: .kilogram)
        reading.stability = .notSaid
        #expect(ScaleWriter.write(reading, as: .init(.text), into: &out))
        #expect(String(buffer: out) == "WG004.139kg3D\r\n")
        out.clear()
        #expect(ScaleWriter.write(ScaleReading(weight: nil, range: .over), as: .init(.text), into: &out))
        #expect(ScaleWriter.write(ScaleReading(weight: nil, range: .under), as: .init(.text), into: &out))
        #expect(String(buffer: out) == "         OL23\r\n         LO23\r\n")
    }

    @Test("parity goes into bit 7 of every byte, as the leak shows it")
    func parity() throws {
        let reading = ScaleReading(
            weight: Weight(digits: 12340, exponent: 0, unit: .kilogram),
            tare: Weight(digits: 0, exponent: 0, unit: .kilogram), kind: .gross, stability: .stable, range: .within)
        for parity in [ScaleWriter.Parity.even, .odd] {
            var out = ByteBuffer()
            #expect(ScaleWriter.write(reading, as: .init(.toledo), parity: parity, into: &out))
            #expect(out.readableBytesView.allSatisfy { ($0.nonzeroBitCount % 2 == 0) == (parity == .even) })
            #expect(out.readableBytesView.map { $0 & 0x7F } == bytes(ToledoFrameTests.gross))
        }
    }

    @Test("what a dialect has no words for writes nothing", arguments: ScaleDialect.Form.allCases)
    func unsayable(form: ScaleDialect.Form) {
        var out = ByteBuffer()
        let huge = ScaleReading(weight: Weight(digits: 123_456_789_012, exponent: 0, unit: .kilogram), kind: .gross)
        let invented = ScaleReading(weight: nil, kind: .notSaid, range: .within)
        for reading in [huge, invented] {
            #expect(!ScaleWriter.write(reading, as: .init(form), into: &out))
        }
        #expect(out.readableBytes == 0)
    }
}
