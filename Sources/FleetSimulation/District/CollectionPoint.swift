/// A collection point (收集点) with its bins.
package struct CollectionPoint: Sendable {
    package let code: String
    package let name: String
    /// Index into ``District/units``.
    package let unit: Int
    /// Index into ``District/communities``.
    package let community: Int
    package let place: PlanePoint
    /// Indices into ``District/bins``.
    package let bins: Range<Int>
}
