/// An edition of JT/T 808: the layouts of many bodies depend on it.
public enum Edition: String, Hashable, Sendable, CaseIterable {
    case edition2011 = "2011"
    case edition2013 = "2013"
    case edition2019 = "2019"
}

extension TerminalAddress.Form {
    /// The edition to read a body by when nothing better is known. The long header means 2019; 2011 and 2013 share the
    /// short one, and nearly all that send it are of 2013. Who knows better (from the registration) says so.
    public var likelyEdition: Edition { self == .long ? .edition2019 : .edition2013 }
}
