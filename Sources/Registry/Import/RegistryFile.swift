/// A file as it was read from disk.
package struct RegistryFile: Sendable {
    /// As the user named it.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The kind that the name says: what stands behind a last hyphen, before `.csv`.
    var kind: RegistryKind? {
        let name = path.split(separator: "/").last ?? ""
        guard name.lowercased().hasSuffix(".csv") else { return nil }
        let stem = name.dropLast(4).lowercased()
        return RegistryKind.named(String(stem.split(separator: "-", omittingEmptySubsequences: false).last ?? ""))
    }
}
