/// One JSON object on one line, its fields in the order in which they are added. Written by hand: a day has 30,000 of them.
struct TruthLine {
    private(set) var bytes: [UInt8] = []

    init(_ kind: String) {
        bytes.reserveCapacity(320)
        bytes.append(UInt8(ascii: "{"))
        put("kind", kind)
    }

    mutating func put(_ name: String, _ value: Int?) { field(name, value.map { String($0) } ?? "null") }
    mutating func put(_ name: String, _ value: Bool) { field(name, value ? "true" : "false") }

    mutating func put(_ name: String, _ value: String?) {
        guard let value else { return field(name, "null") }
        key(name)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            // No name or code has control characters.
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The line, with its line feed.
    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private mutating func field(_ name: String, _ value: String) {
        key(name)
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func key(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
