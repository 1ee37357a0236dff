/// Copies a C string that libpq keeps; nil stays nil.
@unsafe func string(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
}

/// Copies a C string that libpq keeps; nil stays nil.
@unsafe func string(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
}
