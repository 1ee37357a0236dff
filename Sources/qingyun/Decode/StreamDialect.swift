import ArgumentParser
import FieldReport
import WeighScale

/// What `--scale` takes: an indicator's form, or tag readers.
enum StreamDialect: Equatable {
    case indicator(ScaleDialect.Form)
    case tagReader

    private static let tagReaderName = "tag-reader"
    static let names = (ScaleDialect.Form.allCases.map(\.rawValue) + [tagReaderName]).joined(separator: ", ")

    func explain(
        _ stream: [UInt8], checksum: ScaleDialect.Checksum, unit: WeightUnit, clearsParity: Bool
    ) -> Explanation {
        switch self {
        case .tagReader: return TagReaderExplainer.explain(stream)
        case .indicator(let form):
            var dialect = ScaleDialect(form)
            dialect.checksum = checksum
            dialect.unit = unit
            dialect.clearsParityBit = clearsParity
            return ScaleExplainer(dialect).explain(stream)
        }
    }
}

extension StreamDialect: ExpressibleByArgument {
    init?(argument: String) {
        if argument == Self.tagReaderName {
            self = .tagReader
        } else if let form = ScaleDialect.Form(rawValue: argument) {
            self = .indicator(form)
        } else {
            return nil
        }
    }
}
