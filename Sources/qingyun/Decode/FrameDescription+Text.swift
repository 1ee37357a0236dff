import JTT808

/// Texts, events, questions, information and telephones.
extension FrameDescription {
    /// - Returns: nil for an id of another group.
    static func describeText(
        _ id: MessageID, _ body: RawSpan, _ edition: Edition
    ) throws(BodyError) -> [String: JSONValue]? {
        switch id {
        case .textMessage:
            let message = try TextMessage(body: body, edition: edition)
            var facts = ["flag": JSONValue(message.flags)]
            if let kind = message.kind { facts["text_type"] = JSONValue(kind) }
            add(message.text, as: "text", to: &facts)
            return facts
        case .eventList:
            let list = try EventList(body: body, edition: edition)
            let events = list.events.map { labelled(["id": JSONValue($0.id)], $0.text) }
            return ["action": JSONValue(list.action), "events": .array(events)]
        case .eventReport: return ["event_id": JSONValue(try EventReport(body: body).eventID)]
        case .question:
            let question = try Question(body: body)
            var facts: [String: JSONValue] = [
                "flag": JSONValue(question.flags),
                "answers": .array(question.answers.map { labelled(["id": JSONValue($0.id)], $0.text) }),
            ]
            add(question.text, as: "text", to: &facts)
            return facts
        case .questionAnswer:
            let answer = try QuestionAnswer(body: body)
            return ["ack_serial": JSONValue(answer.serial), "answer_id": JSONValue(answer.answerID)]
        case .informationMenu:
            let menu = try InformationMenu(body: body, edition: edition)
            let items = menu.items.map { labelled(["type": JSONValue($0.kind)], $0.name) }
            return ["action": JSONValue(menu.action), "infos": .array(items)]
        case .informationSubscription:
            let subscription = try InformationSubscription(body: body)
            return ["info_type": JSONValue(subscription.kind), "on": JSONValue(subscription.state)]
        case .informationMessage:
            let message = try InformationMessage(body: body, edition: edition)
            var facts = ["info_type": JSONValue(message.kind)]
            add(message.text, as: "text", to: &facts)
            return facts
        case .callBack:
            let call = try CallBack(body: body)
            var facts = ["flag": JSONValue(call.kind)]
            add(call.number, as: "call_number", to: &facts)
            return facts
        case .phoneBook: return describe(try PhoneBook(body: body, edition: edition))
        default: return nil
        }
    }

    private static func describe(_ book: PhoneBook) -> [String: JSONValue] {
        let contacts = book.contacts.map { contact in
            var fields = ["flag": JSONValue(contact.flag)]
            add(contact.number, as: "phone", to: &fields)
            add(contact.name, as: "name", to: &fields)
            return JSONValue.object(fields)
        }
        return [
            "action": JSONValue(book.action), "count": JSONValue(contacts.count), "contacts": .array(contacts),
        ]
    }

    private static func labelled(_ fields: [String: JSONValue], _ text: WireText) -> JSONValue {
        var fields = fields
        add(text, as: "text", to: &fields)
        return .object(fields)
    }
}
