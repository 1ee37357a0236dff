import FieldReport

/// An explanation for programs: `bytes`, and `fields` with `offset`, `length`, `bytes` (of fields without children), `name`, and
/// where there are any `value`, `meaning`, `problem`, `bits` and `children`.
enum ExplanationJSON {
    static func value(_ explanation: Explanation) -> JSONValue {
        [
            "bytes": .string(Hex.text(explanation.bytes)),
            "fields": .array(explanation.fields.map { value($0, explanation) }),
        ]
    }

    /// - Parameter interpreted: what a profile finds in each frame.
    static func value(_ stream: Explanation, _ messages: [WholeMessage], interpreted: JSONValue? = nil) -> JSONValue {
        guard case .object(var members) = value(stream) else { return value(stream) }
        if !messages.isEmpty {
            members["messages"] = .array(
                messages.map { message in
                    [
                        "title": .string(message.title),
                        "body": message.body.map { value($0) } ?? .null,
                    ]
                })
        }
        members["interpreted"] = interpreted
        return .object(members)
    }

    private static func value(_ field: ExplainedField, _ explanation: Explanation) -> JSONValue {
        var members: [String: JSONValue] = [
            "offset": JSONValue(field.range.lowerBound), "length": JSONValue(field.range.count),
            "name": .string(field.name),
        ]
        switch field.value {
        case .number(let number): members["value"] = .integer(number)
        case .text(let text): members["value"] = .string(text)
        case nil: break
        }
        if let meaning = field.meaning { members["meaning"] = .string(meaning) }
        if let problem = field.problem { members["problem"] = .string(problem) }
        if !field.bits.isEmpty {
            members["bits"] = .array(
                field.bits.map { bits in
                    [
                        "from": JSONValue(bits.range.lowerBound), "to": JSONValue(bits.range.upperBound),
                        "value": JSONValue(bits.value), "meaning": .string(bits.meaning),
                    ]
                })
        }
        if field.children.isEmpty {
            members["bytes"] = .string(Hex.text(explanation.bytes(of: field)))
        } else {
            members["children"] = .array(field.children.map { value($0, explanation) })
        }
        return .object(members)
    }
}
