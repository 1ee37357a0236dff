import Configuration
import Foundation
import SystemPackage
import Yams

/// Where a program's settings come from: flags over environment (`QINGYUN_*`) over a YAML or JSON file over the default.
///
/// One key serves all three: `journal-dir` is the flag `--journal-dir`, the variable `QINGYUN_JOURNAL_DIR` and the key
/// `journal-dir` of the file. Every refusal names the key, where the value came from and what is accepted.
package struct Settings: Sendable {
    private enum Source: String, Sendable {
        case flag
        case environment
        case file
    }

    private let flags: [String: String]
    private let environment: EnvironmentVariablesProvider
    private let file: FileProvider<YAMLSnapshot>?
    private let filePath: String?
    private let fileKeys: [String]

    /// - Parameters:
    ///   - flags: values given on the command line, by key.
    ///   - filePath: a YAML or JSON file, which must then exist.
    /// - Throws: ``SettingsError`` when the file cannot be read.
    package init(flags: [String: String], environment: [String: String], filePath: String? = nil) async throws {
        self.flags = flags
        self.environment = EnvironmentVariablesProvider(environmentVariables: environment)
        let path = filePath ?? environment["QINGYUN_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        self.filePath = path
        guard let path else {
            file = nil
            fileKeys = []
            return
        }
        do {
            file = try await FileProvider<YAMLSnapshot>(filePath: FilePath(path))
            // The provider answers for keys that are asked for; it does not say which there are.
            let root = try Yams.compose(yaml: try String(contentsOfFile: path, encoding: .utf8))
            fileKeys = root?.mapping?.keys.compactMap(\.string) ?? []
        } catch {
            throw SettingsError(
                description: "configuration file \(path): cannot be read as YAML or JSON: \(Self.oneLine("\(error)"))")
        }
    }

    /// A text, or the default.
    package func text(_ key: String, default fallback: String) throws(SettingsError) -> String {
        try find(key)?.value ?? fallback
    }

    /// A text, or nil when it is set nowhere or is empty.
    package func textIfPresent(_ key: String) throws(SettingsError) -> String? {
        guard let value = try find(key)?.value, !value.isEmpty else { return nil }
        return value
    }

    /// A whole number inside `range`, or the default.
    package func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) throws(SettingsError) -> Int
    {
        guard let found = try find(key) else { return fallback }
        guard let value = Int(found.value), range.contains(value) else {
            throw refuse(key, found, accepted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// One of the cases' raw values, or the default.
    package func choice<Value: RawRepresentable & CaseIterable>(_ key: String, default fallback: Value)
        throws(SettingsError)
        -> Value where Value.RawValue == String
    {
        guard let found = try find(key) else { return fallback }
        guard let value = Value(rawValue: found.value) else {
            throw refuse(key, found, accepted: Value.allCases.map(\.rawValue).joined(separator: " or "))
        }
        return value
    }

    /// An address to listen on, or the default.
    package func listenAddress(_ key: String, default fallback: ListenAddress) throws(SettingsError) -> ListenAddress {
        guard let found = try find(key) else { return fallback }
        guard let value = ListenAddress(found.value) else { throw refuse(key, found, accepted: ListenAddress.accepted) }
        return value
    }

    /// Refuses keys of the file that no setting has: a misspelt one would silently leave the default in force.
    package func refuseUnknownKeys(known: [String]) throws(SettingsError) {
        guard let filePath, let unknown = fileKeys.first(where: { !known.contains($0) }) else { return }
        throw SettingsError(
            description:
                "\(unknown) in \(filePath): no such setting; accepted: \(known.sorted().joined(separator: ", "))")
    }

    private typealias Found = (value: String, source: Source)

    private func find(_ key: String) throws(SettingsError) -> Found? {
        if let value = flags[key] { return (value, .flag) }
        if let value = try lookUp(["qingyun", key], in: environment, key: key, source: .environment) {
            return (value, .environment)
        }
        if let file, let value = try lookUp([key], in: file, key: key, source: .file) { return (value, .file) }
        return nil
    }

    private func lookUp(_ components: [String], in provider: some ConfigProvider, key: String, source: Source)
        throws(SettingsError) -> String?
    {
        let absolute = AbsoluteConfigKey(components)
        // A number in a file is no string to the provider, so each kind of scalar is asked for.
        for type in [ConfigType.string, .int, .double, .bool] {
            guard let content = try? provider.value(forKey: absolute, type: type).value?.content else { continue }
            switch content {
            case .string(let value): return value
            case .int(let value): return String(value)
            case .double(let value): return String(value)
            case .bool(let value): return String(value)
            default: continue
            }
        }
        let isThere = (try? provider.value(forKey: absolute, type: .stringArray).value) != nil
        if isThere {
            throw SettingsError(description: "\(name(of: key, in: source)): one value is accepted, not a list")
        }
        return nil
    }

    private func refuse(_ key: String, _ found: Found, accepted: String) -> SettingsError {
        SettingsError(
            description:
                "\(name(of: key, in: found.source)): '\(Self.oneLine(found.value))' is not accepted; accepted: \(accepted)"
        )
    }

    private func name(of key: String, in source: Source) -> String {
        switch source {
        case .flag: "--\(key)"
        case .environment: "QINGYUN_" + key.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
        case .file: "\(key) in \(filePath ?? "the configuration file")"
        }
    }

    static func oneLine(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(200))
    }
}

/// A setting that is not accepted: one line that names it, and what is accepted.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}
