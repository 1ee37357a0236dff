/// Where people live together: a community or village (社区, 村).
package struct Community: Sendable {
    /// Twelve digits: the town's nine and three of its own.
    package let code: String
    package let name: String
    /// Index into ``Town/all``.
    package let town: Int
    package let centre: PlanePoint
    /// Half the side of the square that it fills, in centimetres.
    package let radiusCm: Int
}

/// Whose waste it is (责任主体): the estate's management, or a restaurant.
package struct ResponsibleUnit: Sendable {
    package let code: String
    package let name: String
    package let isResident: Bool
    /// Index into ``District/communities``.
    package let community: Int
}

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

/// A bin (收集容器) with its tag.
package struct Bin: Sendable {
    package let code: String
    /// Index into ``District/points``.
    package let point: Int
    package let waste: WasteKind
    package let volumeL: Int
    /// An HF card of ISO/IEC 15693: its unique identifier.
    package let tag: UInt64
    package let tareG: Int
}
