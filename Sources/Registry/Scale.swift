/// A scale or a tag reader behind a DTU, as the registry has it: texts and numbers as entered, not judged.
package struct Scale: Sendable, Equatable, Codable {
    package var terminalID: Int64
    package var code: String
    /// Neither the scale nor its terminal is suspended or retired.
    package var isActive: Bool
    /// platform, weighbridge or reader.
    package var kind: String
    package var dialect: String
    package var checksum = "automatic"
    package var clearsParityBit = false
    package var unit = "kg"
    package var tellsZeroing = true
    package var equalsLength: Int?
    /// plain or four-faith.
    package var link = "plain"
    package var registration: String?
    package var heartbeat: String?
    /// As PostgreSQL writes a `cidr`.
    package var sourceNetwork: String?
    package var pollAddress = 1
    package var pollIntervalMs: Int?
    package var emptyBandG: Int?
    package var minimumG: Int?
    package var toleranceG: Int?
    package var leastAdditionG: Int?
    package var zeroLimitG: Int?
    package var stableMs: Int?
    package var plateauMs: Int?
    package var plateauReadings: Int?
    package var clearMs: Int?
    package var settlingTimeoutMs: Int?
    package var longestGapMs: Int?
    /// 0 not said, 1 in, 2 out.
    package var direction = 0
    package var keepsSamples = false
    package var tagRepeatMs = 10_000

    package init(terminalID: Int64, code: String, isActive: Bool = true, kind: String = "platform", dialect: String) {
        self.terminalID = terminalID
        self.code = code
        self.isActive = isActive
        self.kind = kind
        self.dialect = dialect
    }
}
