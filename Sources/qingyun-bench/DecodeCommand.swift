import ArgumentParser
import CAllocationCounter
import FleetSimulation

struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "From the bytes of 0x0200 frames to COPY rows, on one core.",
        discussion: """
            The floor copies the same frames in and the same rows out, and does nothing else: no decoder can move fewer bytes. \
            The stages are measured in turns, and the samples of each give median, smallest and largest.
            """)

    @Option(help: "Samples of each stage, 1 to 1000.")
    var samples = 9
    @Option(help: "Milliseconds of each sample, 1 to 60000.")
    var milliseconds = 200

    func validate() throws {
        guard (1...1000).contains(samples), (1...60_000).contains(milliseconds) else {
            throw ValidationError("--samples: 1 to 1000 and --milliseconds: 1 to 60000 are accepted")
        }
    }

    func run() throws {
        try Self.checkCounter()
        var path = DecodePath()
        let stages: [(inout DecodePath) -> Void] = [
            { $0.copyBytes() }, { $0.parse() }, { $0.parseAndDecode() }, { $0.makeRows() },
        ]
        var results = Array(repeating: [Double](), count: stages.count)
        // The first round warms caches and lets the batch grow; it does not count.
        for round in 0...samples {
            for (index, stage) in stages.enumerated() {
                let sample = measure { stage(&path) } / Double(path.count)
                if round > 0 { results[index].append(sample) }
            }
        }
        let before = qingyun_allocation_count()
        let passes = 100
        for _ in 0..<passes { path.makeRows() }
        let allocations = Double(qingyun_allocation_count() - before) / Double(passes * path.count)
        let whole = Samples(results[3])
        let floor = Samples(results[0])
        print(
            JSONLine.encode(
                Record(
                    frames: path.count, escapedFrames: path.escapedCount, frameBytes: path.frameBytes,
                    rowBytes: path.rowBytes, floorNs: floor, parseNs: Samples(results[1]),
                    parseAndDecodeNs: Samples(results[2]), rowNs: whole, rowsPerSecond: 1e9 / whole.median,
                    ratioToFloor: whole.median / floor.median, allocationsPerFrame: allocations)))
    }

    private struct Record: Encodable {
        let frames, escapedFrames: Int
        let frameBytes, rowBytes: Double
        let floorNs, parseNs, parseAndDecodeNs, rowNs: Samples
        let rowsPerSecond, ratioToFloor, allocationsPerFrame: Double
    }

    /// Nanoseconds of one call.
    private func measure(_ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .milliseconds(milliseconds)
        var calls = 0
        var now = start
        repeat {
            body()
            calls += 1
            now = clock.now
        } while now < end
        let (seconds, attoseconds) = (now - start).components
        return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(calls)
    }

    /// A counter that is not in the way of the Swift runtime would report zero for everything.
    private static func checkCounter() throws {
        let before = qingyun_allocation_count()
        var arrays: [[UInt8]] = []
        arrays.reserveCapacity(10)
        for size in 1...10 { arrays.append([UInt8](repeating: 1, count: size * arrays.capacity)) }
        let counted = qingyun_allocation_count() - before
        guard counted == 11, arrays.count == 10 else {
            throw ValidationError("the allocation counter saw \(counted) of 11 allocations: it cannot be trusted here")
        }
    }
}
