/// One setting of a terminal, as sent: in 0x8103 and 0x0104.
public struct Parameter: Hashable, Sendable {
    public var id: UInt32
    /// 0 to 255 bytes.
    public var value: [UInt8]

    public init(id: UInt32, value: [UInt8]) {
        self.id = id
        self.value = value
    }

    /// What the standard says it is; nil for vendors' and unknown ids.
    public var definition: ParameterDefinition? { ParameterDefinition.byID[id] }

    /// The value as the standard defines it; nil for unknown ids and for a known id whose length is not the defined one.
    public var typed: ParameterValue? {
        definition.flatMap { ParameterValue(value.span.bytes, as: $0.kind) }
    }
}
