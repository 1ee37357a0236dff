package import Registry

/// What people read after an import.
package enum ImportReport {
    /// Most lines of errors that are alike, and most lines at all.
    static let mostAlike = 10
    static let mostLines = 200

    /// One line a fault; of many alike ones the first few and their number.
    package static func text(of faults: ImportFaults) -> String {
        var counts: [String: Int] = [:]
        var order: [String] = []
        var lines = ""
        var shown = 0
        for fault in faults.kept {
            let likeness = likeness(of: fault)
            let count = counts[likeness, default: 0] + 1
            counts[likeness] = count
            if count == 1 { order.append(likeness) }
            guard count <= mostAlike, shown < mostLines else { continue }
            shown += 1
            lines += line(of: fault) + "\n"
        }
        let more = order.filter { counts[$0, default: 0] > mostAlike }
        for likeness in more.prefix(mostLines) {
            lines += "... and \(counts[likeness, default: 0] - mostAlike) more like: \(likeness)\n"
        }
        let hidden = faults.count - shown
        if hidden > 0 {
            lines += "\(shown) of \(faults.count) errors are shown; --errors-to FILE writes them to a file\n"
        }
        return lines
    }

    private static func line(of fault: ImportFault) -> String {
        var place = fault.file
        if let line = fault.line { place += ":\(line)" }
        var field = fault.column ?? ""
        if let value = fault.value, !value.isEmpty { field += (field.isEmpty ? "" : " ") + "'\(value.prefix(80))'" }
        return TextTable.harmless([place, field, fault.reason].filter { !$0.isEmpty }.joined(separator: ": "))
    }

    /// The same fault in other lines, whatever numbers it names.
    private static func likeness(of fault: ImportFault) -> String {
        TextTable.harmless(
            "\(fault.file): \(fault.column.map { $0 + ": " } ?? "")"
                + String(fault.reason.map { $0.isASCII && $0.isNumber ? "#" : $0 }))
    }

    /// A table of counts, and the first changes of each kind.
    package static func text(of plan: ImportPlan, isDryRun: Bool) -> String {
        var table = TextTable(
            columns: ["kind", "added", "changed", "closed", "removed", "unchanged"], numeric: [1, 2, 3, 4, 5])
        var details = ""
        for changes in plan.changes {
            table.append([
                changes.kind, "\(changes.added)", "\(changes.changed)", "\(changes.closed)", "\(changes.removed)",
                "\(changes.unchanged)",
            ])
            for detail in changes.details {
                details += TextTable.harmless("\(sign(of: detail.action)) \(changes.kind) \(detail.key)")
                details += detail.text.isEmpty ? "\n" : TextTable.harmless(": \(detail.text)") + "\n"
            }
            let total = changes.added + changes.changed + changes.closed + changes.removed
            if total > changes.details.count, !changes.details.isEmpty {
                details += "  ... and \(total - changes.details.count) more of \(changes.kind)\n"
            }
        }
        let verdict =
            plan.isNothing
            ? "nothing changes\n" : isDryRun ? "nothing was changed: this was a dry run\n" : ""
        return details + table.rendered(as: .table) + verdict
    }

    private static func sign(of action: ImportPlan.Detail.Action) -> String {
        switch action {
        case .add: "+"
        case .change: "~"
        case .close: "|"
        case .remove: "-"
        }
    }
}
