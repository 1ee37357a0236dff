import Testing

/// One answer of `/metrics`, and whether its books balance. The sums are made here; the gateway's own verdict is only compared.
struct GatewayBooks {
    private let values: [String: Double]

    init(metrics text: String) {
        values = Dictionary(
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
                guard let space = line.lastIndex(of: " "), let value = Double(line[line.index(after: space)...]) else {
                    return nil
                }
                return (String(line[..<space]), value)
            }, uniquingKeysWith: { first, _ in first })
    }

    subscript(series: String) -> Int { Int(values[series] ?? -1) }

    func rows(_ what: String, _ table: String = "telemetry.fix") -> Int {
        self["qingyun_rows_\(what){table=\"\(table)\"}"]
    }

    private func sum(of label: String) -> Int {
        Int(values.filter { $0.key.hasPrefix(label + "{") }.reduce(0) { $0 + $1.value })
    }

    /// received = stored + duplicates + rejected + in the journal + in flight, and the like for messages.
    func expectBalance(sourceLocation: SourceLocation = #_sourceLocation) {
        for table in ["telemetry.fix", "telemetry.message", "telemetry.quarantine"] {
            let parts = ["stored_total", "duplicate_total", "rejected_total", "in_journal", "in_flight"]
            let counts = parts.map { rows($0, table) }
            #expect(
                counts.allSatisfy { $0 >= 0 }, "\(table): \(zip(parts, counts).map { $0 })",
                sourceLocation: sourceLocation)
            #expect(
                rows("received_total", table) == counts.reduce(0, +), "\(table): \(zip(parts, counts).map { $0 })",
                sourceLocation: sourceLocation)
        }
        let settled =
            self["qingyun_messages_kept_total"] + self["qingyun_messages_answered_total"]
            + sum(of: "qingyun_messages_refused_total")
        #expect(
            self["qingyun_frames_received_total"] == settled + self["qingyun_messages_in_flight"],
            sourceLocation: sourceLocation)
        for books in ["rows", "messages"] {
            #expect(self["qingyun_books_unaccounted{of=\"\(books)\"}"] == 0, sourceLocation: sourceLocation)
        }
    }
}

extension GatewayProcess {
    /// The books as they are now; they must balance.
    @discardableResult
    func books(sourceLocation: SourceLocation = #_sourceLocation) async throws -> GatewayBooks {
        let books = GatewayBooks(metrics: try await get("/metrics").body)
        books.expectBalance(sourceLocation: sourceLocation)
        return books
    }

    /// The books once nothing is under way any more and what the lanes said last is in them: `messages` sound frames in all.
    func settledBooks(messages: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws -> GatewayBooks {
        try await eventually("books that have settled", sourceLocation: sourceLocation) {
            let books = try await books(sourceLocation: sourceLocation)
            let isSettled =
                books["qingyun_frames_received_total"] == messages && books["qingyun_messages_in_flight"] == 0
                && books.rows("in_flight") == 0 && books.rows("in_journal") == 0
            return isSettled ? books : nil
        }
    }
}
