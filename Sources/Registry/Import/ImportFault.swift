/// Something in a file that keeps the whole import out.
package struct ImportFault: Sendable, Equatable {
    package var file: String
    /// From 1; nil: about the file as a whole.
    package var line: Int?
    package var column: String?
    package var value: String?
    package var reason: String
}

/// The faults of an import, all counted and as many kept as anybody will read.
package struct ImportFaults: Sendable, Equatable {
    static let mostKept = 100_000

    package private(set) var kept: [ImportFault] = []
    package private(set) var count = 0

    mutating func append(_ fault: ImportFault) {
        count += 1
        if kept.count < Self.mostKept { kept.append(fault) }
    }

    /// In the order in which the lines stand in the files.
    mutating func sort(byFiles names: [String]) {
        let ranks = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        kept = kept.enumerated().sorted { one, other in
            let left = (ranks[one.element.file] ?? -1, one.element.line ?? 0, one.offset)
            return left < (ranks[other.element.file] ?? -1, other.element.line ?? 0, other.offset)
        }.map(\.element)
    }
}
