import JTT808

/// A standard additional item with its unit in the name, for people.
enum StandardItemDescription {
    static func describe(_ item: StandardItem) -> (String, JSONValue) {
        switch item {
        case .odometerHm(let value): ("odometer_km", .number(Double(value) / 10))
        case .fuelDl(let value): ("fuel_l", .number(Double(value) / 10))
        case .recorderSpeedDkmh(let value): ("recorder_speed_kmh", .number(Double(value) / 10))
        case .alarmToConfirm(let id): ("alarm_to_confirm", JSONValue(id))
        case .tyrePressures(let values): ("tyre_pressures", .array(values.map { $0 == 0xFF ? .null : JSONValue($0) }))
        case .compartmentTemperatureC(let value): ("compartment_temperature_c", JSONValue(value))
        case .overspeed(let place, let id):
            (
                "overspeed",
                id.map { ["place": name(ofPlace: place), "id": JSONValue($0)] } ?? ["place": name(ofPlace: place)]
            )
        case .crossing(let place, let id, let direction):
            (
                "crossing",
                ["place": name(ofPlace: place), "id": JSONValue(id), "direction": direction == 0 ? "in" : "out"]
            )
        case .segmentTime(let id, let seconds, let result):
            (
                "segment_time",
                ["id": JSONValue(id), "seconds": JSONValue(seconds), "result": result == 0 ? "short" : "long"]
            )
        case .videoAlarmBits(let bits): ("video_alarm_bits", JSONValue(bits))
        case .signalLostChannelBits(let bits): ("signal_lost_channel_bits", JSONValue(bits))
        case .coveredChannelBits(let bits): ("covered_channel_bits", JSONValue(bits))
        case .storageFaultBits(let bits): ("storage_fault_bits", JSONValue(bits))
        case .abnormalDriving(let bits, let degree):
            (
                "abnormal_driving",
                degree.map { ["bits": JSONValue(bits), "degree": JSONValue($0)] } ?? ["bits": JSONValue(bits)]
            )
        case .vehicleSignalBits(let bits): ("vehicle_signal_bits", JSONValue(bits))
        case .ioStatusBits(let bits): ("io_status_bits", JSONValue(bits))
        case .analogInputs(let ad0, let ad1): ("analog_inputs", [JSONValue(ad0), JSONValue(ad1)])
        case .signalStrength(let value): ("signal_strength", JSONValue(value))
        case .satellites(let value): ("satellites", JSONValue(value))
        }
    }

    private static func name(ofPlace raw: UInt8) -> JSONValue {
        switch StandardItem.Place(rawValue: raw) {
        case .none?: "none"
        case .circle?: "circle"
        case .rectangle?: "rectangle"
        case .polygon?: "polygon"
        case .segment?: "segment"
        case nil: JSONValue(raw)
        }
    }
}
