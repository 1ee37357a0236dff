/// A number that the profile knows, or that the device sends.
package enum SmallNumber: Equatable, Sendable {
    case fixed(Int64)
    case sent(NumberField)

    /// - Returns: nil when the device sends none, or one that does not fit.
    func value<Integer: FixedWidthInteger>(in span: RawSpan, as type: Integer.Type = Integer.self) -> Integer? {
        switch self {
        case .fixed(let number): Integer(exactly: number)
        case .sent(let field): field.value(in: span).flatMap { Integer(exactly: $0.whole) }
        }
    }
}
