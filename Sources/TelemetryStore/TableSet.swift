/// Some of the telemetry tables.
struct TableSet: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ tables: [TelemetryTable]) {
        rawValue = tables.reduce(0) { $0 | 1 << UInt8($1.rawValue) }
    }

    @inline(__always)
    mutating func insert(_ table: TelemetryTable) { formUnion(TableSet(rawValue: 1 << UInt8(table.rawValue))) }

    func contains(_ table: TelemetryTable) -> Bool { rawValue & 1 << UInt8(table.rawValue) != 0 }
}
