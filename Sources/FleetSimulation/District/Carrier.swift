/// Who collects: a haulage company (收运单位).
package struct Carrier: Sendable {
    package let code: String
    package let name: String
    /// Where its vehicles stand at night.
    package let depot: PlanePoint
}
