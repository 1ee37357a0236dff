/// What the standard says about a parameter id (JT/T 808-2019, table 12): a name with its unit, and the type of its value.
///
/// The answer to an alarm bit, a channel or a mode is in docs/protocols/jt808.md. Ids from 0xF000 are vendors'.
public struct ParameterDefinition: Hashable, Sendable {
    public let id: UInt32
    /// For people: lower case, the unit at the end.
    public let name: String
    public let kind: ParameterValue.Kind
    /// The first edition that has it.
    public let since: Edition
    /// The last edition that has it.
    public let until: Edition

    private init(
        _ id: UInt32, _ name: String, _ kind: ParameterValue.Kind, since: Edition = .edition2011,
        until: Edition = .edition2019
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.since = since
        self.until = until
    }

    /// All of them but the CAN ids, in the order of their ids.
    public static let all: [ParameterDefinition] = [
        .init(0x0001, "heartbeat_interval_s", .doubleWord),
        .init(0x0002, "tcp_timeout_s", .doubleWord),
        .init(0x0003, "tcp_retries", .doubleWord),
        .init(0x0004, "udp_timeout_s", .doubleWord),
        .init(0x0005, "udp_retries", .doubleWord),
        .init(0x0006, "sms_timeout_s", .doubleWord),
        .init(0x0007, "sms_retries", .doubleWord),
        .init(0x0010, "main_server_apn", .text),
        .init(0x0011, "main_server_user", .text),
        .init(0x0012, "main_server_password", .text),
        .init(0x0013, "main_server_address", .text),
        .init(0x0014, "backup_server_apn", .text),
        .init(0x0015, "backup_server_user", .text),
        .init(0x0016, "backup_server_password", .text),
        .init(0x0017, "backup_server_address", .text),
        .init(0x0018, "tcp_port", .doubleWord, until: .edition2013),
        .init(0x0019, "udp_port", .doubleWord, until: .edition2013),
        .init(0x001A, "card_server_address", .text),
        .init(0x001B, "card_server_tcp_port", .doubleWord),
        .init(0x001C, "card_server_udp_port", .doubleWord),
        .init(0x001D, "card_server_backup_address", .text),
        .init(0x0020, "report_strategy", .doubleWord),
        .init(0x0021, "report_plan", .doubleWord),
        .init(0x0022, "report_interval_logged_out_s", .doubleWord),
        .init(0x0023, "secondary_server_apn", .text, since: .edition2019),
        .init(0x0024, "secondary_server_user", .text, since: .edition2019),
        .init(0x0025, "secondary_server_password", .text, since: .edition2019),
        .init(0x0026, "secondary_server_address", .text, since: .edition2019),
        .init(0x0027, "report_interval_asleep_s", .doubleWord),
        .init(0x0028, "report_interval_emergency_s", .doubleWord),
        .init(0x0029, "report_interval_s", .doubleWord),
        .init(0x002C, "report_distance_m", .doubleWord),
        .init(0x002D, "report_distance_logged_out_m", .doubleWord),
        .init(0x002E, "report_distance_asleep_m", .doubleWord),
        .init(0x002F, "report_distance_emergency_m", .doubleWord),
        .init(0x0030, "corner_angle_deg", .doubleWord),
        .init(0x0031, "geofence_radius_m", .word),
        .init(0x0032, "forbidden_hours", .bytes(4), since: .edition2019),
        .init(0x0040, "platform_phone", .text),
        .init(0x0041, "reset_phone", .text),
        .init(0x0042, "factory_reset_phone", .text),
        .init(0x0043, "platform_sms_phone", .text),
        .init(0x0044, "alarm_sms_phone", .text),
        .init(0x0045, "call_answering", .doubleWord),
        .init(0x0046, "longest_call_s", .doubleWord),
        .init(0x0047, "longest_calls_month_s", .doubleWord),
        .init(0x0048, "monitoring_phone", .text),
        .init(0x0049, "privileged_sms_phone", .text),
        .init(0x0050, "alarm_blocked_bits", .doubleWord),
        .init(0x0051, "alarm_sms_bits", .doubleWord),
        .init(0x0052, "alarm_photo_bits", .doubleWord),
        .init(0x0053, "alarm_photo_store_bits", .doubleWord),
        .init(0x0054, "alarm_key_bits", .doubleWord),
        .init(0x0055, "top_speed_kmh", .doubleWord),
        .init(0x0056, "overspeed_duration_s", .doubleWord),
        .init(0x0057, "driving_limit_s", .doubleWord),
        .init(0x0058, "driving_limit_day_s", .doubleWord),
        .init(0x0059, "least_rest_s", .doubleWord),
        .init(0x005A, "longest_parking_s", .doubleWord),
        .init(0x005B, "overspeed_warning_dkmh", .word),
        .init(0x005C, "fatigue_warning_s", .word),
        .init(0x005D, "collision_alarm_bits", .word),
        .init(0x005E, "rollover_deg", .word),
        .init(0x0064, "timed_photo_bits", .doubleWord),
        .init(0x0065, "distance_photo_bits", .doubleWord),
        .init(0x0070, "picture_quality", .doubleWord),
        .init(0x0071, "brightness", .doubleWord),
        .init(0x0072, "contrast", .doubleWord),
        .init(0x0073, "saturation", .doubleWord),
        .init(0x0074, "chroma", .doubleWord),
        .init(0x0080, "odometer_hm", .doubleWord),
        .init(0x0081, "province", .word),
        .init(0x0082, "city", .word),
        .init(0x0083, "plate", .text),
        .init(0x0084, "plate_color", .byte),
        .init(0x0090, "gnss_system_bits", .byte),
        .init(0x0091, "gnss_baud", .byte),
        .init(0x0092, "gnss_output_rate", .byte),
        .init(0x0093, "gnss_sampling_s", .doubleWord),
        .init(0x0094, "gnss_upload_mode", .byte),
        .init(0x0095, "gnss_upload_value", .doubleWord),
        .init(0x0100, "can1_sampling_ms", .doubleWord),
        .init(0x0101, "can1_upload_s", .word),
        .init(0x0102, "can2_sampling_ms", .doubleWord),
        .init(0x0103, "can2_upload_s", .word),
    ]

    /// 0x0110 to 0x01FF: collection of one CAN id each.
    static let canIDs: ClosedRange<UInt32> = 0x0110...0x01FF

    /// All of them, the CAN ids (interval in ms, then the bits of a CAN frame's id) included.
    public static let byID: [UInt32: ParameterDefinition] = {
        let canCollections = canIDs.map { id in
            ParameterDefinition(id, "can_id_" + String(id, radix: 16), .bytes(8), since: .edition2013)
        }
        return Dictionary(uniqueKeysWithValues: (all + canCollections).map { ($0.id, $0) })
    }()

    /// By the name that people use.
    public static let byName: [String: ParameterDefinition] =
        Dictionary(uniqueKeysWithValues: byID.values.map { ($0.name, $0) })
}
