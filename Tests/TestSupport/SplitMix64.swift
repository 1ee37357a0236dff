/// Steele, Lea and Flood's generator: the same numbers on every run and machine.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension SplitMix64 {
    /// `bytes` with one to four faults: a bit, a byte or a run altered, added, taken out, repeated or cut off; what looks
    /// like a length set to another one; the end of `other` in place of its own.
    package mutating func mutate(_ bytes: [UInt8], splicing other: [UInt8] = []) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<9, using: &self) {
            case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1 where !bytes.isEmpty: bytes[place] = [0x00, 0x7D, 0x7E, 0x7F, 0xFF].randomElement(using: &self) ?? 0
            case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &self), at: place)
            case 3: bytes.insert([0x7D, 0x7E].randomElement(using: &self) ?? 0x7E, at: place)
            case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &self)))
            case 5: bytes.removeLast(min(bytes.count, Int.random(in: 0...12, using: &self)))
            case 6 where !bytes.isEmpty:
                // A length that is right, or wrong by a little, or points at the end or past it.
                let rest = bytes.count - place
                let lengths = [0, 1, Int(bytes[place]) + 1, Int(bytes[place]) - 1, rest - 2, rest - 1, rest, 255]
                bytes[place] = UInt8(truncatingIfNeeded: lengths.randomElement(using: &self) ?? 0)
            case 7:
                bytes =
                    bytes[..<place] + other.suffix(other.isEmpty ? 0 : Int.random(in: 0..<other.count, using: &self))
            default: bytes.insert(contentsOf: bytes.dropFirst(place).prefix(32), at: place)
            }
        }
        return bytes
    }

    package mutating func bytes(_ count: Int, from range: ClosedRange<UInt8> = .min ... .max) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: range, using: &self) }
    }
}
