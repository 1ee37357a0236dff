package import Postgres

/// Same-day clearance (日产日清): what was due on local days and what became of it.
package struct ClearanceReport {
    package enum Dimension: String, CaseIterable, Sendable {
        case street, community, carrier
        case wasteType = "waste_type"
        case unit, point, vehicle

        /// Code and name of a group, over the task `k`.
        var columns: (code: String, name: String) {
            switch self {
            case .street: ("s.code", "s.name")
            case .community: ("m.code", "m.name")
            case .carrier: ("c.code", "c.name")
            case .wasteType: ("y.code", "y.name")
            case .unit: ("u.code", "u.name")
            case .point: ("p.code", "p.name")
            case .vehicle: ("v.plate_no", "v.kind")
            }
        }
    }

    package static let columns = [
        "code", "name", "due", "on_time", "late", "missed", "unconfirmed", "excused", "pending", "on_time_percent",
        "days", "cleared", "cleared_percent",
    ]

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Rows of ``columns`` for the days `from` to `to`, both included; the last sums them up.
    ///
    /// Excused tasks are not among those due, and pending ones not in the share of those on time. A carrier or vehicle is the one that
    /// came; where none came, the usual one.
    ///
    /// `days` counts each point, waste type and day for which something was due, with the group of the last window; `cleared` those
    /// that are cleared, by `ops.collection_clearance` as in the daily statistics.
    package func rows(from: String, to: String, by dimension: Dimension) throws -> [[String]] {
        let (code, name) = dimension.columns
        let outcomes = ["on_time", "late", "missed", "unconfirmed", "excused", "pending"].map {
            "count(*) FILTER (WHERE k.outcome = '\($0)')"
        }
        let share = """
            CASE WHEN count(*) FILTER (WHERE k.outcome NOT IN ('excused', 'pending')) > 0 THEN
                round(100.0 * count(*) FILTER (WHERE k.outcome = 'on_time')
                    / count(*) FILTER (WHERE k.outcome NOT IN ('excused', 'pending')), 1) END
            """
        let rows = try session.query(
            """
            SELECT
                CASE WHEN grouping(\(code)) = 1 THEN 'total' ELSE coalesce(\(code), '-') END,
                CASE WHEN grouping(\(code)) = 1 THEN '' ELSE coalesce(min(\(name)), 'not known') END,
                count(*) FILTER (WHERE k.outcome <> 'excused'), \(outcomes.joined(separator: ", ")), \(share),
                count(*) FILTER (WHERE k.is_last), count(*) FILTER (WHERE k.is_cleared),
                CASE WHEN count(*) FILTER (WHERE k.is_last) > 0
                    THEN round(100.0 * count(*) FILTER (WHERE k.is_cleared) / count(*) FILTER (WHERE k.is_last), 1) END
            FROM ops.collection_clearance AS k
            LEFT JOIN registry.street AS s ON s.street_id = k.street_id
            LEFT JOIN registry.community AS m ON m.community_id = k.community_id
            LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = k.responsible_unit_id
            LEFT JOIN registry.collection_point AS p ON p.collection_point_id = k.collection_point_id
            LEFT JOIN registry.carrier AS c ON c.carrier_id = coalesce(k.carrier_id, k.usual_carrier_id)
            LEFT JOIN registry.vehicle AS v ON v.vehicle_id = coalesce(k.vehicle_id, k.usual_vehicle_id)
            LEFT JOIN registry.waste_type AS y ON y.waste_type = k.waste_type
            WHERE k.service_date BETWEEN $1::date AND $2::date
            GROUP BY GROUPING SETS ((\(code)), ())
            ORDER BY grouping(\(code)), \(code) COLLATE "C"
            """, [.text(from), .text(to)])
        return rows.map { row in Self.columns.indices.map { row[$0] ?? "" } }
    }
}
