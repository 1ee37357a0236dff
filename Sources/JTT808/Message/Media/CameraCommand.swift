public import NIOCore

/// Takes pictures or a video: 0x8801 (clause 8.53). 摄像头立即拍摄命令. From 2013 on answered by 0x0805.
public struct CameraCommand: Equatable, Sendable {
    /// ``shots`` that records a video.
    public static let video: UInt16 = 0xFFFF

    /// Above 0.
    public var channel: UInt8
    /// Number of pictures; 0 stops, 0xFFFF records a video.
    public var shots: UInt16
    /// Seconds between pictures, or seconds of video; 0: as short as possible, or without end.
    public var intervalS: UInt16
    /// 1 keep, 0 send at once.
    public var store: UInt8
    /// 1 320x240, 2 640x480, 3 800x600, 4 1024x768, 5 176x144, 6 352x288, 7 704x288, 8 704x576; in 2019 also 0 lowest and
    /// 0xFF highest.
    public var resolution: UInt8
    /// 1 (least loss) to 10 (most).
    public var quality: UInt8
    /// 0 to 255.
    public var brightness: UInt8
    /// 0 to 127.
    public var contrast: UInt8
    /// 0 to 127.
    public var saturation: UInt8
    /// 0 to 255.
    public var chroma: UInt8

    public init(
        channel: UInt8, shots: UInt16, intervalS: UInt16, store: UInt8, resolution: UInt8, quality: UInt8,
        brightness: UInt8, contrast: UInt8, saturation: UInt8, chroma: UInt8
    ) {
        self.channel = channel
        self.shots = shots
        self.intervalS = intervalS
        self.store = store
        self.resolution = resolution
        self.quality = quality
        self.brightness = brightness
        self.contrast = contrast
        self.saturation = saturation
        self.chroma = chroma
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        channel = try body.take(&offset)
        shots = try body.take(&offset)
        intervalS = try body.take(&offset)
        store = try body.take(&offset)
        resolution = try body.take(&offset)
        quality = try body.take(&offset)
        brightness = try body.take(&offset)
        contrast = try body.take(&offset)
        saturation = try body.take(&offset)
        chroma = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(channel)
        body.writeInteger(shots)
        body.writeInteger(intervalS)
        body.writeBytes([store, resolution, quality, brightness, contrast, saturation, chroma])
    }
}
