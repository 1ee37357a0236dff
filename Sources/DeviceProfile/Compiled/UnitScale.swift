/// What one step of a number is worth in the unit of its column: a fraction, so that nothing is lost to rounding on the way.
package struct UnitScale: Equatable, Sendable {
    package var numerator: Int64 = 1
    /// Above 0.
    package var denominator: Int64 = 1
    /// Added afterwards, in the unit of the column.
    package var offset: Int64 = 0

    /// Rounds to the nearest whole unit, halves away from zero.
    /// - Returns: nil when it does not fit 64 bits.
    func apply(to number: NumberField.Value) -> Int64? {
        let (product, isTooLarge) = number.mantissa.multipliedReportingOverflow(by: numerator)
        let (divisor, isTooFine) = denominator.multipliedReportingOverflow(by: powersOfTen[number.decimals])
        guard !isTooLarge, !isTooFine else { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        let isHalf = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        let rounded = isHalf ? quotient + (product < 0 ? -1 : 1) : quotient
        let (sum, overflows) = rounded.addingReportingOverflow(offset)
        return overflows ? nil : sum
    }
}
