/// A message id. Ids that this type does not name are as welcome as the others: they are kept raw.
public struct MessageID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// `0x` and four hex digits, as the standard prints it.
    public var description: String {
        let hex = String(rawValue, radix: 16)
        return "0x" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}

/// Names and clause numbers are those of JT/T 808-2019, chapter 8.
extension MessageID {
    /// 终端通用应答, clause 8.1.
    public static let terminalAnswer = MessageID(rawValue: 0x0001)
    /// 终端心跳, clause 8.3: empty body.
    public static let heartbeat = MessageID(rawValue: 0x0002)
    /// 终端注销, clause 8.10: empty body.
    public static let deregistration = MessageID(rawValue: 0x0003)
    /// 查询服务器时间请求, clause 8.4: empty body.
    public static let serverTimeRequest = MessageID(rawValue: 0x0004)
    /// 终端注册, clause 8.8.
    public static let registration = MessageID(rawValue: 0x0100)
    /// 终端鉴权, clause 8.11.
    public static let authentication = MessageID(rawValue: 0x0102)
    /// 位置信息汇报, clause 8.21.
    public static let locationReport = MessageID(rawValue: 0x0200)
    /// 定位数据批量上传, clause 8.48.
    public static let locationBatch = MessageID(rawValue: 0x0704)
    /// 平台通用应答, clause 8.2.
    public static let platformAnswer = MessageID(rawValue: 0x8001)
    /// 查询服务器时间应答, clause 8.5.
    public static let serverTime = MessageID(rawValue: 0x8004)
    /// 终端注册应答, clause 8.9.
    public static let registrationAnswer = MessageID(rawValue: 0x8100)
}

extension MessageID {
    /// What a platform owes the terminal that sent this message (JT/T 808-2019, clause 8, and usage where it is silent).
    public enum AnswerRule: Equatable, Sendable {
        /// A message of its own: 0x8100, 0x8004.
        case own
        /// 0x8001 with result 0 once the message is safe.
        case general
        /// Nothing: it is an answer itself.
        case none
        /// 0x8001 with result 3: the platform does not know it.
        case notSupported
    }

    public var answerRule: AnswerRule {
        switch rawValue {
        case 0x0100, 0x0004: .own
        case 0x0002, 0x0003, 0x0102, 0x0108, 0x0200, 0x0301, 0x0303, 0x0701, 0x0702, 0x0704, 0x0705, 0x0800, 0x0801,
            0x0900,
            0x0901:
            .general
        case 0x0001, 0x0005, 0x0104, 0x0107, 0x0201, 0x0302, 0x0500, 0x0608, 0x0700, 0x0802, 0x0805: .none
        default: .notSupported
        }
    }
}
