import Foundation

/// The evidence of an event in words.
package enum EvidenceText {
    private struct Evidence: Decodable {
        struct Visit: Decodable {
            let vehicle: String
            let from, to: String
            let metres: Int
        }
        struct Silence: Decodable {
            let terminal: String
            let silent_from, silent_to, last_heard_at: String?
        }
        struct Lift: Decodable {
            let recorded_at: String
            let vehicle, terminal, by: String?
        }

        let usual_vehicle: String?
        let near: [Visit]?
        let silent: Silence?
        let lift: Lift?
    }

    /// - Parameter json: `ops.warning_event.evidence` of a late collection.
    /// - Returns: lines; the text itself where it has another form.
    package static func lines(_ json: String) -> [String] {
        guard !json.isEmpty else { return [] }
        guard let evidence = try? JSONDecoder().decode(Evidence.self, from: Data(json.utf8)) else { return [json] }
        var lines = (evidence.near ?? []).map { visit in
            "\(visit.vehicle) stood \(visit.metres) m away from \(local(visit.from)) to \(local(visit.to))"
        }
        if let silent = evidence.silent {
            let heard = silent.last_heard_at.map { "last heard at \(local($0))" } ?? "not heard of in three days"
            lines.append("terminal \(silent.terminal) was silent: \(heard)")
        }
        if let lift = evidence.lift {
            let who = lift.vehicle ?? lift.terminal.map { "terminal \($0)" } ?? "a vehicle"
            lines.append("\(who) at \(local(lift.recorded_at))\(lift.by == "tag_read" ? ", a read of the tag" : "")")
        }
        if let usual = evidence.usual_vehicle { lines.append("usually \(usual) comes") }
        return lines.isEmpty ? [json] : lines
    }

    /// `2026-06-01T07:01:00+08:00`, as it stands there in the site's time.
    private static func local(_ instant: String) -> String {
        String(instant.prefix(19)).replacing("T", with: " ")
    }
}
