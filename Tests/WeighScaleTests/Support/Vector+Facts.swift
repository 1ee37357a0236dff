import TestSupport

@testable import WeighScale

/// What a stretch of a stream turned out to be, in the terms of the vectors.
enum StepFacts: Equatable {
    case reading(ReadingFacts)
    case notice
    case fault(String)

    init?(_ facts: [String: Any]) {
        if let fault = facts["fault"] as? String {
            self = .fault(fault)
        } else if facts["notice"] as? Bool == true {
            self = .notice
        } else if let reading = facts["reading"] as? [String: Any] {
            self = .reading(ReadingFacts(reading))
        } else {
            return nil
        }
    }

    init?(_ step: ScaleParser.Step) {
        switch step {
        case .reading(let reading, _): self = .reading(ReadingFacts(reading))
        case .notice: self = .notice
        case .malformed(let fault, _): self = .fault(fault.rawValue)
        case .junk, .needMoreData: return nil
        }
    }
}

struct ReadingFacts: Equatable {
    var weight: String?
    var grams: Int64?
    var kind: String?
    var stability: String?
    var range: String?
    var tare: String?
    var flags: Int?
    var isPrintRequested: Bool
    var isAtZero: Bool?

    init(_ facts: [String: Any]) {
        weight = facts["weight"] as? String
        grams = (facts["grams"] as? Int).map(Int64.init)
        kind = facts["kind"] as? String
        stability = facts["stability"] as? String
        range = facts["range"] as? String
        tare = facts["tare"] as? String
        flags = facts["flags"] as? Int
        isPrintRequested = facts["print"] as? Bool ?? false
        isAtZero = facts["at_zero"] as? Bool
    }

    init(_ reading: ScaleReading) {
        weight = reading.weight?.description
        grams = reading.weight?.grams
        kind = reading.kind.rawValue
        stability = reading.stability.rawValue
        range = reading.range.rawValue
        tare = reading.tare?.description
        flags = Int(reading.flags.rawValue)
        isPrintRequested = reading.isPrintRequested
        isAtZero = reading.isAtZero
    }
}

extension Vector {
    static let scales = VectorFile.scales.filter { $0.dialect["form"] as? String != "tag-reader" }

    /// nil when a setting has a value that the code does not know.
    var scaleDialect: ScaleDialect? {
        guard let form = (dialect["form"] as? String).flatMap(ScaleDialect.Form.init) else { return nil }
        var result = ScaleDialect(form)
        if let name = dialect["checksum"] as? String {
            guard let checksum = ScaleDialect.Checksum(rawValue: name) else { return nil }
            result.checksum = checksum
        }
        if let name = dialect["unit"] as? String {
            guard let unit = WeightUnit(rawValue: name) else { return nil }
            result.unit = unit
        }
        result.clearsParityBit = dialect["clears_parity_bit"] as? Bool ?? false
        result.tellsZeroing = dialect["tells_zeroing"] as? Bool ?? true
        result.equalsLength = dialect["equals_length"] as? Int
        return result
    }

    func steps(_ key: String) -> [StepFacts] {
        (expect[key] as? [[String: Any]] ?? []).compactMap { StepFacts($0) }
    }

    func count(_ key: String) -> Int { expect[key] as? Int ?? 0 }
}
