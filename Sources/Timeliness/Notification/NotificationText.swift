/// Messages for people, in Chinese.
package enum NotificationText {
    /// Chats let messages through that have a keyword; this is always in ours.
    static let keyword = "清运"

    /// One line: what and how many.
    package static func title(of content: NotificationContent) -> String {
        let place = content.street.map { plain($0.name) + " " } ?? ""
        return
            "【\(keyword)\(content.event.chinese)】\(place)\(kind(content.kind)) \(content.total) \(measure(content.kind))"
    }

    /// The whole message in markdown of the modest sort that both chats show, of at most `limit` bytes in UTF-8.
    ///
    /// When it would be longer, fewer subjects are named; every line is whole.
    package static func markdown(of content: NotificationContent, limit: Int) -> String {
        lines(of: content, limit: limit, separator: "\n\n") {
            "### " + $0
        } bullet: {
            "- " + $0
        }
    }

    /// The same without marks.
    package static func text(of content: NotificationContent, limit: Int) -> String {
        lines(of: content, limit: limit, separator: "\n") {
            $0
        } bullet: {
            "· " + $0
        }
    }

    private static func lines(
        of content: NotificationContent, limit: Int, separator: String, heading: (String) -> String,
        bullet: (String) -> String
    ) -> String {
        var head = [heading(title(of: content))]
        if content.wasHeld { head.append("免打扰时段内的汇总") }
        if !content.windows.isEmpty {
            let more = content.windowCount - content.windows.count
            head.append(
                "时段：" + content.windows.joined(separator: "；") + (more > 0 ? " 等 \(content.windowCount) 个" : ""))
        }
        // What is over has no cause: it would be read as the reason for calling it back.
        let causes =
            !content.event.isOpen
            ? [] : content.causes.filter { !$0.cause.isEmpty }.map { "\(cause($0.cause)) \($0.count)" }
        if !causes.isEmpty { head.append("原因：" + causes.joined(separator: "，")) }
        var tail: [String] = []
        if content.settled > 0 { tail.append("另有 \(content.settled) 条已在发送前解除，不再列出") }
        var named: [String] = []
        // What the line about the others may take.
        let reserve = 64
        var size = (head + tail).reduce(reserve) { $0 + $1.utf8.count + separator.utf8.count }
        for subject in content.subjects {
            let line = bullet(describe(subject, of: content))
            size += line.utf8.count + separator.utf8.count
            guard size <= limit else { break }
            named.append(line)
        }
        let unnamed = content.total - named.count
        if unnamed > 0 { named.append("另有 \(unnamed) \(measure(content.kind))") }
        return (head + named + tail).joined(separator: separator)
    }

    private static func describe(_ subject: NotificationContent.Subject, of content: NotificationContent) -> String {
        // The number is what people acknowledge and handle it by.
        var text = "#\(subject.warning) " + plain(subject.code) + " " + plain(subject.name)
        if let detail = subject.detail, !detail.isEmpty { text += "，" + plain(detail) }
        if content.windowCount > 1, let window = subject.window { text += "，" + window }
        if content.event.isOpen, let cause = subject.cause, !cause.isEmpty { text += "：" + self.cause(cause) }
        return text
    }

    /// Text of the registry without what a chat would take for its own marks: headings, links, mentions, tags.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(80).map { scalar in
                    switch scalar {
                    case "#", "*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "|", "~", "\\", "@", "&":
                        // Their full-width forms are 0xFEE0 further on.
                        Unicode.Scalar(scalar.value + 0xFEE0) ?? " "
                    default:
                        [.control, .format, .lineSeparator, .paragraphSeparator].contains(
                            scalar.properties.generalCategory) ? " " : scalar
                    }
                }))
    }

    /// Kinds of warnings that there are.
    static let kinds = [
        "late_collection", "qualification_expiry", "scale_verification_expiry", "duty_absent", "duty_left_early",
        "duty_short",
    ]

    /// A kind of warning; one that is not known stands as it is.
    static func kind(_ kind: String) -> String {
        switch kind {
        case "late_collection": "收集不及时"
        case "qualification_expiry": "收运资质到期"
        case "scale_verification_expiry": "衡器检定到期"
        case "duty_absent": "桶站值守缺勤"
        case "duty_left_early": "桶站值守早退"
        case "duty_short": "桶站值守时长不足"
        default: plain(kind)
        }
    }

    private static func measure(_ kind: String) -> String { kind == "late_collection" ? "处" : "条" }

    static func cause(_ cause: String) -> String {
        switch cause {
        case "no_visit": "车辆未到达"
        case "visit_no_read": "车辆到达但无有效收运记录"
        case "terminal_offline": "终端离线，待核实"
        case "expiring": "即将到期"
        case "expired": "已到期"
        case "not_seen": "围栏内无人"
        case "left_early": "提前离开"
        case "short_presence": "在岗时长不足"
        case "no_badge": "未佩戴工牌，待核实"
        case "no_place": "桶站无坐标，待核实"
        default: plain(cause)
        }
    }
}

extension NotificationEvent {
    /// The warning stands after it.
    fileprivate var isOpen: Bool {
        switch self {
        case .raised, .unconfirmed, .acknowledged, .handled, .revised: true
        case .withdrawn, .collectedLate, .closed, .dismissed, .resolved: false
        }
    }

    /// As it stands behind 清运 in a title.
    var chinese: String {
        switch self {
        case .raised: "预警"
        case .unconfirmed: "预警待核实"
        case .withdrawn: "预警撤销"
        case .collectedLate: "预警已补收"
        case .acknowledged: "预警已确认"
        case .handled: "预警已处理"
        case .closed: "预警已关闭"
        case .dismissed: "预警误报"
        case .resolved: "预警消除"
        case .revised: "预警更正"
        }
    }
}
