/// What is handed over to other systems, file after file (数据共享): a view of schema `report` over one telemetry table.
package struct HandoverSet: Sendable, Equatable {
    package let name: String
    /// In Chinese.
    package let title: String
    /// In schema `report`; has `recorded_at`, and `stored_in`, the transaction that stored the row.
    let view: String
    /// In schema `telemetry`.
    let table: String
    /// Columns of the view that stay inside.
    static let inner: Set<String> = ["terminal_id", "street_id", "stored_in"]
    /// Local days in a file, at most: so that it can be sent, and an XLSX stays below its bound. A day has a million fixes.
    package let daysPerFile: Int
    /// The record's key: a total order, so that the same rows give the same file.
    let order: [String]

    package static let all = [
        HandoverSet(
            name: "vehicle-weighing", title: "车辆称重明细", view: "vehicle_weighing", table: "lift", daysPerFile: 31,
            order: ["terminal_id", "recorded_at", "boot_no", "seq"]),
        HandoverSet(
            name: "vehicle-track", title: "车辆轨迹", view: "vehicle_track", table: "fix", daysPerFile: 1,
            order: ["terminal_id", "recorded_at", "body_hash"]),
        HandoverSet(
            name: "station-weighing", title: "站点称重明细", view: "station_weighing", table: "station_weighing",
            daysPerFile: 31,
            order: ["terminal_id", "recorded_at", "boot_no", "seq"]),
    ]

    /// - Throws: ``ReportError/unknownSet(_:)``
    package static func named(_ name: String) throws(ReportError) -> HandoverSet {
        guard let set = all.first(where: { $0.name == name }) else { throw .unknownSet(name) }
        return set
    }
}
