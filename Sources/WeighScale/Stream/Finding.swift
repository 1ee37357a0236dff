/// What a dialect says about the bytes at the front of a stream.
enum Finding {
    case reading(ScaleReading, length: Int)
    /// A sound frame without a weight.
    case notice(length: Int)
    /// So many bytes began like a frame and are none.
    case fault(ScaleFault, length: Int)
    /// So many bytes belong to no frame.
    case junk(Int)
    /// So many bytes stand between frames, as they ought to.
    case separator(Int)
    case needMoreData
}
