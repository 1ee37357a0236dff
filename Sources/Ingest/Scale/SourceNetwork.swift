#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// An IP address as a number. An IPv4 address that came over an IPv6 socket is one of IPv4.
package struct IPAddress: Sendable, Hashable {
    let isIPv6: Bool
    /// 32 or 128 bits.
    let bits: UInt128

    /// Reads `10.1.2.3` or `2001:db8::1`.
    package init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            isIPv6 = false
            bits = bytes.prefix(4).reduce(0) { $0 << 8 | UInt128($1) }
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            let bits = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
            // ::ffff:0:0/96
            isIPv6 = bits >> 32 != 0xFFFF
            self.bits = isIPv6 ? bits : bits & 0xFFFF_FFFF
        } else {
            return nil
        }
    }
}

/// A network that a device may come from (来源网段).
package struct SourceNetwork: Sendable, Hashable {
    private let address: IPAddress
    /// Leading bits that count.
    package let length: Int

    /// Reads what PostgreSQL writes of a `cidr`: `10.1.2.0/24`, `2001:db8::/32`; an address alone is itself.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress(String($0)) }) else { return nil }
        let most = address.isIPv6 ? 128 : 32
        guard parts.count <= 2, let length = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(length) else {
            return nil
        }
        self.address = address
        self.length = length
    }

    package func contains(_ other: IPAddress) -> Bool {
        let width = address.isIPv6 ? 128 : 32
        return other.isIPv6 == address.isIPv6 && (other.bits ^ address.bits) >> UInt128(width - length) == 0
    }
}
