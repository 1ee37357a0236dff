/// C strings for one call, packed into one block of memory that Swift owns.
struct CStringArray {
    private var storage: [CChar] = []
    private var offsets: [Int] = []

    init(_ strings: [String]) {
        for string in strings {
            offsets.append(storage.count)
            storage.append(contentsOf: string.utf8.lazy.map { CChar(bitPattern: $0) })
            storage.append(0)
        }
    }

    /// Lends a NULL-terminated array of the strings.
    func withPointers<R>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R) -> R {
        unsafe storage.withUnsafeBufferPointer { storage in
            var pointers = unsafe offsets.map { offset in unsafe storage.baseAddress.map { unsafe $0 + offset } }
            unsafe pointers.append(nil)
            return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
        }
    }
}
