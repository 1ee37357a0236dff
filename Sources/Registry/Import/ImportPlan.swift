/// What an import does, or would do.
package struct ImportPlan: Sendable, Equatable {
    /// One kind's rows.
    package struct Changes: Sendable, Equatable {
        package let kind: String
        package var added = 0
        package var changed = 0
        /// Bindings and things that end, by their file or because a newer binding begins.
        package var closed = 0
        /// Bindings that never held.
        package var removed = 0
        package var unchanged = 0
        /// The first of them, for people.
        package var details: [Detail] = []

        package var isNothing: Bool { added + changed + closed + removed == 0 }
    }

    package struct Detail: Sendable, Equatable {
        package enum Action: String, Sendable { case add, change, close, remove }
        package let action: Action
        /// The row's key, its parts with spaces between them.
        package let key: String
        /// What changes: `volume_l 120 -> 240`.
        package let text: String
    }

    package var changes: [Changes] = []

    package var isNothing: Bool { changes.allSatisfy(\.isNothing) }
}
