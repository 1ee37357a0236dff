internal import Libpq

/// A value for `$1`, `$2`, ... in a statement.
///
/// Values travel apart from the SQL text, so their content is never read as SQL. The server infers
/// the type from the place where the parameter stands; where it cannot, write a cast (`$1::int`).
package enum PostgresValue: Sendable, Equatable {
    case null
    case text(String)
    case int(Int)
    case bool(Bool)
    case double(Double)
    /// Always `bytea`.
    case bytes([UInt8])

    /// OID of `bytea`, fixed in the server's `pg_type.dat`.
    private static let bytea: UInt32 = 17

    var parameter: PQParameter {
        switch self {
        case .null: .null
        case .text(let text): .text(text)
        case .int(let int): .text(String(int))
        case .bool(let bool): .text(bool ? "t" : "f")
        case .double(let double): .text(String(double))
        case .bytes(let bytes): .binary(bytes)
        }
    }

    /// 0 lets the server infer the type.
    var type: UInt32 {
        if case .bytes = self { Self.bytea } else { 0 }
    }
}

extension PostgresValue: ExpressibleByNilLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
    package init(nilLiteral: ()) { self = .null }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
}
