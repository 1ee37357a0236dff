import Foundation
import Postgres

/// A row of `ops.command` for programs.
enum CommandDescription {
    private static let numbers: Set = ["command_id", "attempts", "result"]
    private static let objects: Set = ["arguments", "answer"]

    /// One line of JSON; what is not known is null.
    static func json(_ row: PostgresRow) throws -> String {
        var members: [String: Any] = [:]
        for column in row.columns {
            guard let text = row[column] else {
                members[column] = NSNull()
                continue
            }
            if numbers.contains(column) {
                members[column] = Int(text) ?? NSNull()
            } else if objects.contains(column) {
                members[column] = try JSONSerialization.jsonObject(with: Data(text.utf8))
            } else {
                members[column] = text
            }
        }
        let data = try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
