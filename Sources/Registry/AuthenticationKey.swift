package import Postgres

/// A key of the terminals' authentication codes (鉴权密钥), the same for every gateway.
package struct AuthenticationKey: Sendable, Equatable, Codable {
    static let secretLength = 32

    /// 1 to 999; stands at the head of every code made with the key.
    package var id: Int
    /// 32 random bytes.
    package var secret: [UInt8]

    package init(id: Int, secret: [UInt8]) {
        self.id = id
        self.secret = secret
    }

    /// The keys that are not retired, newest first. The first gateway of a new database makes the first key.
    package static func load(_ session: PostgresSession) throws -> [AuthenticationKey] {
        let keys = try select(session)
        guard keys.isEmpty else { return keys }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // Two gateways may get here at once: one key wins, and both read it.
        _ = try session.query(
            """
            INSERT INTO registry.authentication_key (key_id, secret)
            SELECT coalesce(max(key_id), 0) + 1, $1::bytea FROM registry.authentication_key
            ON CONFLICT (key_id) DO NOTHING
            """, [.bytes(secret)])
        return try select(session)
    }

    private static func select(_ session: PostgresSession) throws -> [AuthenticationKey] {
        try session.query(
            """
            SELECT key_id, secret FROM registry.authentication_key
            WHERE retired_at IS NULL OR retired_at > now()
            ORDER BY created_at DESC, key_id DESC
            """
        ).map { AuthenticationKey(id: try $0.int("key_id"), secret: try $0.bytes("secret")) }
    }
}
