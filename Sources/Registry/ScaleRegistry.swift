package import Postgres

/// The registry's scales and tag readers in the database.
package struct ScaleRegistry {
    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Every scale, whatever its status, in the order of their codes.
    package func all() throws -> [Scale] {
        try session.query(
            """
            SELECT
                s.terminal_id, s.code, s.status = 'active' AND t.status = 'active' AS is_active, s.kind, s.dialect,
                s.checksum, s.clears_parity_bit, s.unit, s.tells_zeroing, s.equals_length, s.link, s.registration,
                s.heartbeat, s.source_network, s.poll_address, s.poll_interval_ms, s.empty_band_g, s.minimum_g,
                s.tolerance_g, s.least_addition_g, s.zero_limit_g, s.stable_ms, s.plateau_ms, s.plateau_readings,
                s.clear_ms, s.settling_timeout_ms, s.longest_gap_ms, s.direction, s.keeps_samples, s.tag_repeat_ms
            FROM registry.scale AS s
            JOIN registry.terminal AS t USING (terminal_id)
            ORDER BY s.code
            """
        ).map(Self.scale)
    }

    private static func scale(_ row: PostgresRow) throws -> Scale {
        var scale = Scale(
            terminalID: Int64(try row.int("terminal_id")), code: try row.text("code"),
            isActive: try row.bool("is_active"), kind: try row.text("kind"), dialect: try row.text("dialect"))
        scale.checksum = try row.text("checksum")
        scale.clearsParityBit = try row.bool("clears_parity_bit")
        scale.unit = try row.text("unit")
        scale.tellsZeroing = try row.bool("tells_zeroing")
        scale.equalsLength = try row.intIfPresent("equals_length")
        scale.link = try row.text("link")
        scale.registration = row["registration"]
        scale.heartbeat = row["heartbeat"]
        scale.sourceNetwork = row["source_network"]
        scale.pollAddress = try row.int("poll_address")
        scale.pollIntervalMs = try row.intIfPresent("poll_interval_ms")
        scale.emptyBandG = try row.intIfPresent("empty_band_g")
        scale.minimumG = try row.intIfPresent("minimum_g")
        scale.toleranceG = try row.intIfPresent("tolerance_g")
        scale.leastAdditionG = try row.intIfPresent("least_addition_g")
        scale.zeroLimitG = try row.intIfPresent("zero_limit_g")
        scale.stableMs = try row.intIfPresent("stable_ms")
        scale.plateauMs = try row.intIfPresent("plateau_ms")
        scale.plateauReadings = try row.intIfPresent("plateau_readings")
        scale.clearMs = try row.intIfPresent("clear_ms")
        scale.settlingTimeoutMs = try row.intIfPresent("settling_timeout_ms")
        scale.longestGapMs = try row.intIfPresent("longest_gap_ms")
        scale.direction = try row.int("direction")
        scale.keepsSamples = try row.bool("keeps_samples")
        scale.tagRepeatMs = try row.int("tag_repeat_ms")
        return scale
    }
}
