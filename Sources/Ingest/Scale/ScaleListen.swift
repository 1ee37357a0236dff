package import Operations

/// A port for scales and tag readers: `HOST:PORT`, or `HOST:PORT=dialect` for devices of one dialect only.
package struct ScaleListen: Sendable, Equatable {
    package let address: ListenAddress
    /// nil: of any dialect.
    package let dialect: String?

    package init(address: ListenAddress, dialect: String? = nil) {
        self.address = address
        self.dialect = dialect
    }

    package static var accepted: String {
        "HOST:PORT or HOST:PORT=DIALECT, several parted by commas; DIALECT one of "
            + ScaleProfile.dialects.joined(separator: ", ")
    }

    /// Reads one entry of the list; nil when it is none.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ ListenAddress(String($0)) }) else { return nil }
        let dialect = parts.count > 1 ? String(parts[1]) : nil
        if let dialect, !ScaleProfile.dialects.contains(dialect) { return nil }
        self.init(address: address, dialect: dialect)
    }

    /// - Throws: ``SettingsError`` naming the entry that is none, or the port that is there twice.
    package static func list(_ settings: Settings) throws(SettingsError) -> [ScaleListen] {
        guard let text = try settings.textIfPresent("scale-listen") else { return [] }
        var list: [ScaleListen] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let entry = String(part.drop { $0 == " " })
            guard let listen = ScaleListen(entry) else {
                throw SettingsError(
                    description:
                        "QINGYUN_SCALE_LISTEN (--scale-listen): '\(entry)' is not accepted; accepted: \(accepted)")
            }
            if listen.address.port != 0, list.contains(where: { $0.address == listen.address }) {
                throw SettingsError(
                    description: "QINGYUN_SCALE_LISTEN (--scale-listen): \(listen.address) is there twice; accepted: "
                        + accepted)
            }
            list.append(listen)
        }
        return list
    }
}
