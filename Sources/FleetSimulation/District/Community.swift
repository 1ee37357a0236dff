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
