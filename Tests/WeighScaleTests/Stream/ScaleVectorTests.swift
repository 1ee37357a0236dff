import NIOCore
import TestSupport
import Testing

@testable import WeighScale

@Suite("ScaleParser and the vectors")
struct ScaleVectorTests {
    @Test("a stream gives exactly its readings and faults, in order", arguments: Vector.scales)
    func stream(_ vector: Vector) throws {
        let dialect = try #require(vector.scaleDialect)
        let parsed = parse(vector.bytes, as: dialect)
        #expect(parsed.steps.compactMap { StepFacts($0) } == vector.steps("steps"))
        #expect(vector.steps("steps").count == (vector.expect["steps"] as? [Any])?.count)
        #expect(parsed.junk == vector.count("junk_len"))
        #expect(parsed.pending == vector.count("pending_len"))
    }

    @Test("when the link falls silent, what waits is judged and nothing is left", arguments: Vector.scales)
    func silence(_ vector: Vector) throws {
        let dialect = try #require(vector.scaleDialect)
        let parsed = parse(vector.bytes, as: dialect, isFinished: true)
        #expect(parsed.steps.compactMap { StepFacts($0) } == vector.steps("steps") + vector.steps("finish"))
        #expect(parsed.pending == 0)
    }

    @Test("it does not matter where a stream is cut", arguments: Vector.scales)
    func everyCut(_ vector: Vector) throws {
        let dialect = try #require(vector.scaleDialect)
        let whole = parse(vector.bytes, as: dialect)
        for cut in 0...vector.bytes.count {
            let parsed = parse([vector.bytes[..<cut], vector.bytes[cut...]], as: dialect)
            #expect(parsed.steps == whole.steps, "cut at \(cut)")
            #expect(parsed.junk == whole.junk && parsed.pending == whole.pending, "cut at \(cut)")
        }
        let single = parse(vector.bytes.map { CollectionOfOne($0) }, as: dialect)
        #expect(single.steps == whole.steps)
        #expect(single.junk == whole.junk && single.pending == whole.pending)
    }

    @Test("every form of frame has vectors", arguments: ScaleDialect.Form.allCases)
    func coverage(form: ScaleDialect.Form) {
        #expect(Vector.scales.contains { $0.scaleDialect?.form == form })
    }
}
