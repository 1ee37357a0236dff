public import NIOCore

/// A driver's card went in or out, or was asked for: 0x0702 (clause 8.47). 驾驶员身份信息采集上报.
public struct DriverCard: Equatable, Sendable {
    /// What the card says.
    public struct Driver: Equatable, Sendable {
        public var name: WireText
        /// 从业资格证编码: 20 bytes, 40 in 2011. Devices without the official reader put an RFID number here.
        public var certificate: WireText
        /// 发证机构名称.
        public var issuer: WireText
        /// 证件有效期 `yyyyMMdd`, four BCD bytes as sent. Not in 2011.
        public var validUntilBCD: UInt32?
        /// 身份证号, 20 bytes: 2011 and 2019.
        public var identityCard: WireText?

        public init(
            name: WireText, certificate: WireText, issuer: WireText, validUntilBCD: UInt32?, identityCard: WireText?
        ) {
            self.name = name
            self.certificate = certificate
            self.issuer = issuer
            self.validUntilBCD = validUntilBCD
            self.identityCard = identityCard
        }
    }

    /// What happened, with its time. 2011 does not say.
    public struct Event: Equatable, Sendable {
        /// 1 card in, the shift begins; 2 card out, the shift ends.
        public var state: UInt8
        public var time: TerminalTime

        public init(state: UInt8, time: TerminalTime) {
            self.state = state
            self.time = time
        }
    }

    static let numberLength = 20
    static let certificateLength2011 = 40

    /// Nil in 2011.
    public var event: Event?
    /// 0 read well, 1 key authentication failed, 2 card locked, 3 card pulled out, 4 data check failed. Nil when it is not
    /// there: 2011, and a card that goes out.
    public var readResult: UInt8?
    /// Only with result 0, and in 2011.
    public var driver: Driver?

    public init(event: Event?, readResult: UInt8?, driver: Driver?) {
        self.event = event
        self.readResult = readResult
        self.driver = driver
    }

    /// The first byte tells the layouts apart: 1 or 2 is the state, while a name in 2011 takes more bytes. The identity card
    /// of 2019 is read wherever it is there.
    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let first: UInt8 = try body.take(&offset)
        guard first == 1 || first == 2 else {
            offset = 0
            let name = try body.takeShortText(&offset)
            let identityCard = try body.takeText(Self.numberLength, &offset)
            let certificate = try body.takeText(Self.certificateLength2011, &offset)
            driver = Driver(
                name: name, certificate: certificate, issuer: try body.takeShortText(&offset), validUntilBCD: nil,
                identityCard: identityCard)
            return
        }
        event = Event(state: first, time: try body.takeTime(&offset))
        // A card that goes out may say no more.
        if first == 2 && body.byteCount == offset { return }
        let result: UInt8 = try body.take(&offset)
        readResult = result
        guard result == 0 else { return }
        let name = try body.takeShortText(&offset)
        let certificate = try body.takeText(Self.numberLength, &offset)
        let issuer = try body.takeShortText(&offset)
        let validUntil: UInt32 = try body.take(&offset)
        driver = Driver(
            name: name, certificate: certificate, issuer: issuer, validUntilBCD: validUntil,
            identityCard: body.byteCount == offset ? nil : try body.takeText(Self.numberLength, &offset))
    }

    public func encode(into body: inout ByteBuffer) {
        guard let event else {
            guard let driver else { return }
            body.writeShortText(driver.name)
            body.writeBytes((driver.identityCard ?? "").padded(to: Self.numberLength))
            body.writeBytes(driver.certificate.padded(to: Self.certificateLength2011))
            body.writeShortText(driver.issuer)
            return
        }
        body.writeInteger(event.state)
        event.time.encode(into: &body)
        guard let readResult else { return }
        body.writeInteger(readResult)
        guard readResult == 0, let driver else { return }
        body.writeShortText(driver.name)
        body.writeBytes(driver.certificate.padded(to: Self.numberLength))
        body.writeShortText(driver.issuer)
        body.writeInteger(driver.validUntilBCD ?? 0)
        if let identityCard = driver.identityCard { body.writeBytes(identityCard.padded(to: Self.numberLength)) }
    }
}
