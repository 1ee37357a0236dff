/// How one indicator speaks: the form of its frames, and the settings of the indicator and the link that no frame tells.
public struct ScaleDialect: Hashable, Sendable {
    /// Raw values are what configuration files and vectors say.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// Mettler-Toledo standard continuous output: 17 bytes, 18 with a checksum.
        case toledo
        /// The same without the tare: 11 bytes, 12 with a checksum.
        case toledoShort = "toledo-short"
        /// Mettler-Toledo extended continuous output: 24 bytes, 25 with a checksum.
        case toledoExtended = "toledo-extended"
        /// Yaohua XK3190 continuous output (tF=0), Keli D2008 and others: 12 bytes.
        case yaohua
        /// Answers to commands (tF=1).
        case yaohuaPoll = "yaohua-poll"
        /// `=` and 7 characters, lowest first (old D2, tF=2).
        case equalsOld = "equals-old"
        /// `=` and 8 characters, lowest first, the sign last (D2+, tF=3, A26 format 1).
        case equalsReversed = "equals-reversed"
        /// `=` and 8 characters, the sign first (A26 format 2, A23p format 3).
        case equalsForward = "equals-forward"
        /// Lines: `ST,GS,…`, `wn…kg`, and the A12's 15 bytes with check characters.
        case text
    }

    /// Whether Toledo frames carry a checksum.
    public enum Checksum: String, Hashable, Sendable, CaseIterable {
        case absent
        case required
        /// Told by what follows the frames: the next one, or a byte that makes the sum right.
        case automatic
    }

    public var form: Form
    public var checksum = Checksum.automatic
    /// The indicator sends 7 bits and parity, and the link passes on 8: bit 7 of every byte is parity and is cleared.
    public var clearsParityBit = false
    /// The unit where frames name none.
    public var unit = WeightUnit.kilogram
    /// Whether Toledo's bit for "not zeroed" means that; some indicators set it always.
    public var tellsZeroing = true
    /// Characters between two `=`, 1 to 16, for sets that depart from their form's 7 or 8.
    public var equalsLength: Int?

    public init(_ form: Form) { self.form = form }

    var mask: UInt8 { clearsParityBit ? 0x7F : 0xFF }
}
