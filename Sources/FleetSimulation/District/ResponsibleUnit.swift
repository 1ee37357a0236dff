/// Whose waste it is (责任主体): the estate's management, or a restaurant.
package struct ResponsibleUnit: Sendable {
    package let code: String
    package let name: String
    package let isResident: Bool
    /// Index into ``District/communities``.
    package let community: Int
}
