/// Why a query or a hand-over was not run; one line for people.
package enum ReportError: Error, Equatable, CustomStringConvertible {
    case unknownQuery(String)
    case unknownParameter(String, query: String, accepted: [String])
    /// A value that the parameter does not take.
    case badValue(String, parameter: String, accepted: String)
    /// A file of `sql/queries` that cannot be read: our own fault.
    case badQueryFile(String, reason: String)
    case unknownSet(String)
    /// A path, and why nothing can be written there.
    case file(String, reason: String)
    /// Another program hands this set over at this moment.
    case busy(set: String)
    /// The hand-over's place in the database cannot be continued, and why.
    case lostPlace(set: String, reason: String)
    case unknownFile(set: String, number: Int)

    package var description: String {
        switch self {
        case .unknownQuery(let name): "--query: '\(name)' is not accepted; accepted: a number or name that --list shows"
        case .unknownParameter(let name, let query, let accepted):
            "\(name): query \(query) has no such parameter; accepted: "
                + (accepted.isEmpty ? "none" : accepted.joined(separator: ", "))
        case .badValue(let value, let parameter, let accepted):
            "\(parameter): '\(value)' is not accepted; accepted: \(accepted)"
        case .badQueryFile(let file, let reason): "sql/queries/\(file): \(reason)"
        case .unknownSet(let name):
            "--set: '\(name)' is not accepted; accepted: " + HandoverSet.all.map(\.name).joined(separator: ", ")
        case .file(let path, let reason): "\(path): \(reason)"
        case .busy(let set): "\(set) is being handed over by another program: wait for its end"
        case .lostPlace(let set, let reason): "\(set) cannot be continued: \(reason)"
        case .unknownFile(let set, let number): "\(set) has no file \(number)"
        }
    }
}
