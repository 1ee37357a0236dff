import JTT808
import Registry

extension ReportedFacts {
    /// What a registration says.
    init(_ registration: Registration, form: TerminalAddress.Form) {
        self.init()
        // A long header with an older body is a 2019 terminal with an older maker's habits.
        protocolVersion = form == .long ? Registration.Layout.edition2019.rawValue : registration.layout.rawValue
        manufacturerID = Self.text(registration.manufacturerID)
        model = Self.text(registration.model)
        deviceID = Self.text(registration.deviceID)
        plateNumber = Self.text(registration.plate)
        plateColor = Int(registration.plateColor)
        province = Int(registration.province)
        city = Int(registration.city)
    }

    /// What a 2019 authentication says.
    init(_ device: Authentication.Device) {
        self.init()
        imei = Self.text(device.imei)
        softwareVersion = Self.text(device.softwareVersion)
    }

    /// Text for a column: hex where it is not GB 18030, without the NUL that PostgreSQL does not take; nil when empty.
    private static func text(_ field: WireText) -> String? {
        guard let string = field.string else {
            return "hex " + field.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        let text = string.filter { $0 != "\0" }
        return text.isEmpty ? nil : text
    }
}
