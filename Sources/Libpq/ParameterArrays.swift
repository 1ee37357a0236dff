/// The four parallel arrays of `PQexecParams`, packed into memory that Swift owns.
struct ParameterArrays {
    private var storage: [CChar] = []
    /// nil stands for NULL.
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var types: [UInt32]

    init(_ parameters: [PQParameter], types: [UInt32]) {
        // A short list is filled up with 0, "infer": the C function reads one for each parameter.
        self.types = types + [UInt32](repeating: 0, count: max(0, parameters.count - types.count))
        for parameter in parameters {
            switch parameter {
            case .null:
                add([UInt8]?.none, format: 0)
            case .text(let text):
                add(text.utf8, format: 0)
            case .binary(let bytes):
                add(bytes, format: 1)
            }
        }
    }

    private mutating func add(_ bytes: (some Collection<UInt8>)?, format: Int32) {
        formats.append(format)
        guard let bytes else {
            offsets.append(nil)
            lengths.append(0)
            return
        }
        offsets.append(storage.count)
        lengths.append(Int32(bytes.count))
        storage.append(contentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
        storage.append(0)
    }

    func withPointers<R>(
        _ body: (
            _ types: UnsafePointer<UInt32>?, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
            _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
        ) -> R
    ) -> R {
        unsafe storage.withUnsafeBufferPointer { storage in
            let values = unsafe offsets.map { offset in
                unsafe offset.flatMap { offset in unsafe storage.baseAddress.map { unsafe $0 + offset } }
            }
            return unsafe values.withUnsafeBufferPointer { values in
                unsafe types.withUnsafeBufferPointer { types in
                    unsafe lengths.withUnsafeBufferPointer { lengths in
                        unsafe formats.withUnsafeBufferPointer { formats in
                            unsafe body(
                                types.baseAddress, values.baseAddress, lengths.baseAddress, formats.baseAddress)
                        }
                    }
                }
            }
        }
    }
}
