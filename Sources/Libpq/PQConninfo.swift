internal import CLibpq

/// Connection options as libpq reads them, without connecting.
package enum PQConninfo {
    /// What `PQconninfoParse` says about a connection string.
    package enum Parsed: Sendable, Equatable {
        /// The options that the string sets, by keyword.
        case options([String: String])
        /// libpq's reason, one or more lines.
        case invalid(String)
    }

    /// `PQconninfoParse`: a URI or `keyword=value` pairs; the empty string sets nothing and is valid.
    package static func parse(_ conninfo: String) -> Parsed {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = unsafe PQconninfoParse(conninfo, &message)
        defer { unsafe PQfreemem(message) }
        guard let parsed = unsafe parsed else {
            return .invalid(unsafe string(message) ?? "out of memory")
        }
        defer { unsafe PQconninfoFree(parsed) }
        return .options(unsafe read(parsed))
    }

    /// `PQconndefaults`: what the `PG*` variables, the service file and libpq itself give; nil when the
    /// service file cannot be read.
    package static func defaults() -> [String: String]? {
        guard let defaults = unsafe PQconndefaults() else { return nil }
        defer { unsafe PQconninfoFree(defaults) }
        return unsafe read(defaults)
    }

    @unsafe private static func read(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var next = unsafe options
        // The array ends with an entry whose keyword is NULL.
        while let keyword = unsafe string(next.pointee.keyword) {
            if let value = unsafe string(next.pointee.val) { values[keyword] = value }
            unsafe next += 1
        }
        return values
    }
}
