import Yams

/// Reads a profile's YAML: docs/profiles.md.
package enum ProfileParser {
    /// - Parameters:
    ///   - file: its path, for what is reported; without folder and `.yaml` it must be the profile's name.
    /// - Throws: everything that is wrong, not only the first.
    package static func parse(_ yaml: String, file: String) throws(ProfileIssues) -> DeviceProfile {
        var reader = ProfileReader(file: file)
        let profile = reader.profile(root(yaml, &reader))
        guard let profile, reader.issues.isEmpty else {
            throw ProfileIssues(issues: reader.issues.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return profile
    }

    private static func root(_ yaml: String, _ reader: inout ProfileReader) -> Node? {
        do {
            if let root = try Yams.compose(yaml: yaml) { return root }
            reader.report(nil, "the file is empty", accepted: ProfileReader.profileForm)
        } catch let error as YamlError {
            let (mark, problem) = place(of: error)
            reader.report(mark, problem, accepted: "YAML 1.1")
        } catch {
            reader.report(nil, "\(error)", accepted: "YAML 1.1")
        }
        return nil
    }

    private static func place(of error: YamlError) -> (Mark?, String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark, "this is no YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark, "a key stands twice: \(duplicates.joined(separator: ", "))")
        default: (nil, "this is no YAML: \(error)")
        }
    }
}
