import Foundation

/// The profiles that a program knows: those it ships with, and a folder of the site's own.
package struct ProfileCatalog: Sendable {
    /// What is wrong with a folder of profiles.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// ``DeviceProfile/standard`` first, then by name.
    package let profiles: [DeviceProfile]
    private let places: [String: Int]

    /// - Parameter directory: of the site's own profiles, every `*.yaml` in it; nil: there are none.
    /// - Throws: everything that is wrong with them, a line each. A name that is shipped already is wrong: what a terminal's
    ///   profile means must not depend on which of two files was found.
    package init(directory: String? = nil) throws(Failure) {
        var profiles = Self.shipped
        if let directory {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: directory)
            } catch {
                throw Failure(
                    description:
                        "\(directory): the folder cannot be read; accepted: a folder with one YAML file a profile")
            }
            var problems: [String] = []
            for name in names.sorted() where name.hasSuffix(".yaml") {
                do throws(ProfileIssues) {
                    let profile = try Self.profile(at: "\(directory)/\(name)")
                    if profiles.contains(where: { $0.name == profile.name }) {
                        problems.append(
                            "\(directory)/\(name): a profile of this name is shipped; accepted: any other name")
                    } else {
                        profiles.append(profile)
                    }
                } catch {
                    problems += error.issues.map(\.description)
                }
            }
            if !problems.isEmpty { throw Failure(description: problems.joined(separator: "\n")) }
        }
        self.profiles = [.standard] + profiles.sorted { $0.name < $1.name }
        places = Dictionary(uniqueKeysWithValues: self.profiles.enumerated().map { ($0.element.name, $0.offset) })
    }

    /// The shipped ones alone.
    package static let standard: ProfileCatalog = {
        do {
            return try ProfileCatalog()
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// Its place in ``profiles``; nil when there is none of this name.
    package func place(of name: String) -> Int? { places[name] }

    package subscript(name: String) -> DeviceProfile? { places[name].map { profiles[$0] } }

    /// Reads one file.
    package static func profile(at path: String) throws(ProfileIssues) -> DeviceProfile {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw ProfileIssues(issues: [
                ProfileIssue(
                    file: path, line: 1, column: 1, problem: "the file cannot be read", accepted: "a file in UTF-8")
            ])
        }
        return try ProfileParser.parse(text, file: path)
    }

    /// - Precondition: a shipped profile is sound; one that is not is our own fault and stops the program.
    private static var shipped: [DeviceProfile] {
        EmbeddedTexts.files.map { file in
            do {
                return try ProfileParser.parse(file.text, file: file.name)
            } catch {
                preconditionFailure("\(error)")
            }
        }
    }

    /// The YAML of a shipped profile, as it was written.
    package static func text(ofShipped name: String) -> String? {
        EmbeddedTexts.files.first { $0.name == "\(name).yaml" }?.text
    }
}
