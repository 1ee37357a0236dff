/// What the vendor items of a kind of device mean (设备配置): made from YAML once, asked for each message.
///
/// Numbers are read without an allocation; a tag's id is an array, as in every record.
package struct DeviceProfile: Equatable, Sendable {
    package let name: String
    package let summary: String
    package let rules: [ProfileRule]
    /// Rules for each item id, by their place in ``rules``; most ids have none.
    private let rulesOfItem: [[Int]]

    package init(name: String, summary: String, rules: [ProfileRule]) {
        self.name = name
        self.summary = summary
        self.rules = rules
        var byItem = [[Int]](repeating: [], count: 256)
        for (index, rule) in rules.enumerated() {
            if case .item(let id) = rule.source { byItem[Int(id)].append(index) }
        }
        rulesOfItem = byItem
    }

    /// The profile of a device that has nothing of its own.
    package static let standard = DeviceProfile(
        name: "standard", summary: "The items of the standard and nothing else.", rules: [])

    func rules(forItem id: UInt8) -> [Int] { rulesOfItem[Int(id)] }
}
