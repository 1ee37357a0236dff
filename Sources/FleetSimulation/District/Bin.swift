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
