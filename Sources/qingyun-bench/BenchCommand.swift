import ArgumentParser

@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qingyun-bench",
        abstract: "Parts of deploy/bench that need the inside of the gateway or a bare ceiling to compare it with.",
        discussion: "Every subcommand prints one JSON object.",
        subcommands: [DecodeCommand.self, CopyCommand.self, MarksCommand.self, AcceptCommand.self])
}

/// The median of several samples, with the smallest and the largest.
struct Samples: Encodable {
    let median, min, max: Double

    /// - Precondition: there is at least one.
    init(_ values: [Double]) {
        let sorted = values.sorted()
        median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        min = sorted[0]
        max = sorted[sorted.count - 1]
    }
}
