/// A lift or a read at a point that completes no task, for people.
struct UncountedRecord {
    enum Reason: Equatable {
        /// Too little to count.
        case touch(leastNetG: String)
        /// Hardly any weight: what is left of a lift just before.
        case shaken
        case undated
        case beforeTheFirstWindow
        /// The tag of a bin that stands here, by a vehicle with a scale, and no weight with it.
        case weightless
        /// A weight while a vehicle stood here, and a tag that is bound to nothing.
        case unknownTag
        /// The same without a tag.
        case tagless
    }

    let at: String
    let waste: String?
    let netKg: Double?
    /// In hexadecimal digits.
    let tag: String?
    let plateNumber: String?
    let reason: Reason
    /// The task in whose window or grace it was; nil: in none.
    let wasteType: Int?
    let windowStart: String?

    func isOf(_ wasteType: Int, _ windowStart: String) -> Bool {
        self.wasteType == wasteType && self.windowStart == windowStart
    }

    private var line: String {
        let what = [at, waste, netKg.map { "\($0) kg" }].compactMap { $0 }.joined(separator: " ")
        let tag = tag ?? "?"
        let by = "by \(plateNumber ?? "?")"
        return switch reason {
        case .touch(let least): "\(what) \(by): less than \(least) g, a touch"
        case .shaken: "\(what) \(by): hardly any weight: nothing, when it comes right after another lift of the bin"
        case .undated: "\(what) \(by): without a date of its own: this is when it was received"
        case .beforeTheFirstWindow: "\(what) \(by): before the first window"
        case .weightless: "\(what) tag \(tag) read \(by): no weight came with it"
        case .unknownTag: "\(what) \(by), while it stood here: its tag, \(tag), is bound to no bin"
        case .tagless: "\(what) \(by), while it stood here: no tag was read"
        }
    }

    /// In order of time; one that concerns two tasks is one line.
    static func lines(_ records: [UncountedRecord]) -> [String] {
        var known: Set<String> = []
        return records.map { "  " + $0.line }.filter { known.insert($0).inserted }.sorted()
    }

    /// What came while a vehicle stood at a point, and where to look: the end of a sentence.
    /// - Parameter records: those of one task.
    static func finding(_ records: [UncountedRecord]) -> String {
        let reasons = records.map(\.reason)
        if reasons.contains(.unknownTag) {
            return "it weighed a bin whose tag is bound to no bin. Look at the tags here, and enter them."
        }
        if reasons.contains(.tagless) {
            return "a weight came without a tag. Look at its reader, and at the tags here."
        }
        if reasons.contains(.weightless) { return "a tag came without a weight. Look at its scale." }
        if reasons.isEmpty { return "neither tag nor weight came. Look at its reader and scale." }
        return "what came does not count: see below."
    }
}
