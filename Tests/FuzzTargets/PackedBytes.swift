import Gzip

/// GZIP data of whatever make: they unpack within the bound, or say why not.
///
/// Input: the bound in two bytes, then the data.
enum PackedBytes {
    static func check(_ input: [UInt8]) throws {
        guard input.count >= 2 else { return }
        let limit = Int(input[0]) << 8 | Int(input[1])
        let packed = Array(input.dropFirst(2))
        do {
            let unpacked = try Gzip.unpack(packed, limit: limit)
            try require(unpacked.count <= limit, "\(unpacked.count) bytes came out, the bound is \(limit)")
            try require(try Gzip.unpack(packed, limit: limit) == unpacked, "unpacked again it is something else")
        } catch let error as GzipError {
            guard case .tooLarge(let said) = error else { return }
            try require(said == limit, "another bound is named")
        }
    }
}
