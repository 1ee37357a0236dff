extension ScaleDialect {
    /// Whether frames of this dialect may contain `pattern`, alone or two in a row.
    ///
    /// Such a string must not be taken out of the stream as a heartbeat: a heartbeat `00` would take digits out of weights.
    public func maySend(_ pattern: BytePattern) -> Bool {
        layouts.contains { layout in
            layout.indices.contains { start in
                pattern.bytes.indices.allSatisfy { index in
                    layout[(start + index) % layout.count].contains(pattern.bytes[index] & mask)
                }
            }
        }
    }

    /// What may stand at each place of a frame, for each length that frames have. Lines have no fixed length: one place
    /// stands for all.
    private var layouts: [[Set<UInt8>]] {
        let digits = Set("0123456789".utf8)
        let hexDigits = digits.union("ABCDEF:;<=>?".utf8)
        let status = Set<UInt8>(0x20...0x7F)
        let number = digits.union(" .+-".utf8)
        func places(_ count: Int, _ set: Set<UInt8>) -> [Set<UInt8>] { Array(repeating: set, count: count) }
        func summed(_ frame: [Set<UInt8>]) -> [[Set<UInt8>]] {
            let withChecksum = frame + [Set(0x00...0x7F)]
            return switch checksum {
            case .absent: [frame]
            case .required: [withChecksum]
            case .automatic: [frame, withChecksum]
            }
        }
        let value = [Set("+-".utf8)] + places(7, digits) + places(2, hexDigits) + [[Control.endOfText]]
        switch form {
        case .toledo, .toledoShort:
            let fields = places(form == .toledo ? 12 : 6, digits.union(" *".utf8))
            return summed([[Control.startOfText]] + places(3, status) + fields + [[Control.carriageReturn]])
        case .toledoExtended:
            return summed(
                [[Control.startOfHeading]] + places(5, status) + places(17, number) + [[Control.carriageReturn]])
        case .yaohua:
            return [[[Control.startOfText]] + value]
        case .yaohuaPoll:
            let head: [Set<UInt8>] = [[Control.startOfText], Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8), Set("ABCD".utf8)]
            return [head + value, head + places(2, hexDigits) + [[Control.endOfText]]]
        case .equalsOld, .equalsReversed, .equalsForward:
            return [[[EqualsFrame.separator]] + places(contentLength, number)]
        case .text:
            // Beside numbers: ST US OL LO GS NT TR, wW gG nN tT, check characters, units and line ends.
            return [[number.union("STUSOLGNRABCDEF:;<=>?,WwgntkKlbozdN\r\n".utf8)]]
        }
    }
}
