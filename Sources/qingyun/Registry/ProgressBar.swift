import Foundation

/// A line on a terminal that says how far a long command is; nothing anywhere else.
struct ProgressBar: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private static let width = 30

    func show(_ phase: String, _ fraction: Double) {
        let filled = min(Self.width, max(0, Int(fraction * Double(Self.width))))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
        write("\r\u{1B}[K[\(bar)] \(Int(fraction * 100)) %  \(TextTable.harmless(phase))")
    }

    func clear() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data(text.utf8))
    }
}
