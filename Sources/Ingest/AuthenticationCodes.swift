import Crypto
package import JTT808
package import Registry

/// Makes and checks the authentication codes (鉴权码): an HMAC of the terminal's number under a key that all gateways share, so
/// that a reconnect needs no database. `KEY.DIGITS`: the key's id and 32 hex digits of HMAC-SHA-256.
///
/// A code is taken back through the terminal's status, or for all terminals by retiring the key.
package struct AuthenticationCodes: Sendable {
    private static let digestBytes = 16

    /// Newest first.
    private let keys: [(id: Int, key: SymmetricKey)]

    package init(_ keys: [AuthenticationKey]) {
        self.keys = keys.map { ($0.id, SymmetricKey(data: $0.secret)) }
    }

    /// The code of a terminal under the newest key; nil without any key.
    package func code(for number: TerminalNumber) -> WireText? {
        keys.first.map { WireText(padded: Self.code(for: number, id: $0.id, key: $0.key)) }
    }

    /// Whether `code` was made for this terminal under a key that is not retired.
    package func accepts(_ code: WireText, for number: TerminalNumber) -> Bool {
        var isRight = false
        for (id, key) in keys where Self.areEqual(Self.code(for: number, id: id, key: key), code.bytes) {
            isRight = true
        }
        return isRight
    }

    private static func code(for number: TerminalNumber, id: Int, key: SymmetricKey) -> [UInt8] {
        let message = Array("qingyun terminal \(number)".utf8)
        let digest = HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(digestBytes)
        let hex = Array("0123456789abcdef".utf8)
        return Array("\(id).".utf8) + digest.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    }

    /// In a time that does not tell where they differ.
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
