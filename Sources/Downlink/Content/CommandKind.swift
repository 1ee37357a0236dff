package import JTT808

/// What a command to a terminal is; the raw value stands in `ops.command.kind`.
package enum CommandKind: String, Sendable, CaseIterable {
    /// 0x8300, for the driver.
    case text
    /// 0x8201.
    case locate
    /// 0x8103 with parameter 0x0029.
    case interval
    /// 0x8103.
    case parameters
    /// 0x8106, or 0x8104 for all of them.
    case queryParameters = "query_parameters"
    /// 0x8107.
    case attributes
    /// 0x8105, command 4.
    case restart
    /// 0x8202.
    case track
    /// 0x8600.
    case circle
    /// 0x8602.
    case rectangle
    /// 0x8604.
    case polygon
    /// 0x8606.
    case route
    /// 0x8601, 0x8603, 0x8605, 0x8607.
    case deleteRegions = "delete_regions"

    /// The message that answers it when all is well; ``MessageID/terminalAnswer`` for most. A refusal is always a 0x0001.
    package var answer: MessageID {
        switch self {
        case .locate: .locationAnswer
        case .queryParameters: .parameterReport
        case .attributes: .terminalAttributes
        case .text, .interval, .parameters, .restart, .track, .circle, .rectangle, .polygon, .route, .deleteRegions:
            .terminalAnswer
        }
    }

    /// Whether the terminal is as well off when it gets the command twice: only then it is sent again by itself. A text would be
    /// read to the driver twice, and a terminal that restarts may have no time to answer.
    package var mayRepeat: Bool {
        switch self {
        case .text, .restart: false
        case .locate, .interval, .parameters, .queryParameters, .attributes, .track, .circle, .rectangle, .polygon,
            .route,
            .deleteRegions:
            true
        }
    }
}
