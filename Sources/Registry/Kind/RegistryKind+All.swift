extension RegistryKind {
    /// Every kind; each refers only to those before it.
    package static let all: [RegistryKind] = [
        wasteType, holiday, street, community, responsibleUnit, collectionPoint, pointAffiliation, bin, binPlacement,
        carrier, carrierQualification, vehicle, vehicleAssignment, driver, driverEmployment, station, disposalFacility,
        terminal, terminalMount, tagBinding, collectionRule, collectionSuspension, supervisor, badgeBinding, dutyPost,
        duty,
    ]

    private static let wasteType = RegistryKind(
        name: "waste_type", chinese: "垃圾类别", id: "waste_type",
        columns: [
            .init("number", "编号", .number(1...255), table: "waste_type").key,
            .init("code", "编码", .form(.lowercaseWord)).needed,
            name,
        ], unique: ["code"])

    private static let holiday = RegistryKind(
        name: "holiday", chinese: "节假日", id: "day",
        columns: [
            .init("day", "日期", .day).key,
            .init("kind", "类型", .word(["holiday", "workday"])).defaults(to: "holiday"),
            name,
        ])

    private static let street = RegistryKind(
        name: "street", chinese: "街道, 镇", id: "street_id",
        columns: [
            code, name,
            .init("kind", "类型", .word(["street", "town", "township"])).defaults(to: "street"),
            area,
        ] + service + [note])

    private static let community = RegistryKind(
        name: "community", chinese: "社区, 村", id: "community_id",
        columns: [
            code, name,
            .init("kind", "类型", .word(["community", "village"])).defaults(to: "community"),
            .init("street", "街镇编码", .reference("street"), table: "street_id").needed,
            area,
        ] + service + [note])

    private static let responsibleUnit = RegistryKind(
        name: "responsible_unit", chinese: "责任主体", id: "responsible_unit_id",
        columns: [
            code, name,
            .init("kind", "类型", .word(["residential", "non_resident"])).needed,
            .init("category", "单位类别", .form(.lowercaseWord)),
            .init("community", "社区编码", .reference("community"), table: "community_id").needed,
            .init("managing_unit", "管理单位", .text),
            .init("contact_person", "联系人", .text),
            .init("contact_phone", "联系电话", .text),
            address,
        ] + service + [note])

    private static let collectionPoint = RegistryKind(
        name: "collection_point", chinese: "收集点", id: "collection_point_id",
        columns: [
            code, name,
            .init("kind", "类型", .word(["bin_station", "central_point", "docking_point", "unit_door"]))
                .defaults(to: "bin_station"),
            .init("is_direct_haul", "直收直运", .yesNo).defaults(to: "no"),
        ] + place + [address] + service + [note])

    private static let pointAffiliation = RegistryKind(
        name: "point_affiliation", chinese: "收集点归属", id: "point_affiliation_id",
        columns: [
            .init("point", "收集点编码", .reference("collection_point"), table: "collection_point_id").key,
            .init("community", "社区编码", .reference("community"), table: "community_id").needed,
            .init("responsible_unit", "责任主体编码", .reference("responsible_unit"), table: "responsible_unit_id"),
        ] + period())

    private static let bin = RegistryKind(
        name: "bin", chinese: "垃圾桶", id: "bin_id",
        columns: [
            code,
            .init("waste_type", "垃圾类别", .reference("waste_type")).needed,
            .init("volume_l", "容积", .number(1...50_000)).needed,
        ] + service + [note])

    private static let binPlacement = RegistryKind(
        name: "bin_placement", chinese: "垃圾桶布设", id: "bin_placement_id",
        columns: [
            .init("bin", "垃圾桶编码", .reference("bin"), table: "bin_id").key,
            .init("point", "收集点编码", .reference("collection_point"), table: "collection_point_id").needed,
        ] + period())

    private static let carrier = RegistryKind(
        name: "carrier", chinese: "收运单位", id: "carrier_id",
        columns: [
            code, name,
            .init("credit_code", "统一社会信用代码", .form(.creditCode)),
            .init("contact_person", "联系人", .text),
            .init("contact_phone", "联系电话", .text),
        ] + service + [note], unique: ["credit_code"])

    private static let carrierQualification = RegistryKind(
        name: "carrier_qualification", chinese: "收运资质", id: "carrier_qualification_id",
        columns: [
            .init("carrier", "收运单位编码", .reference("carrier"), table: "carrier_id").key,
            .init("kind", "类型", .word(["collection", "disposal", "sweeping"])).key,
            .init("waste_type", "垃圾类别", .reference("waste_type")).openKey,
            .init("certificate_no", "许可证编号", .text).needed,
            .init("first_day", "生效日期", .firstDay).openKey,
            .init("last_day", "失效日期", .lastDay),
            note,
        ])

    private static let vehicle = RegistryKind(
        name: "vehicle", chinese: "车辆", id: "vehicle_id",
        columns: [
            .init("plate_no", "车牌号", .form(.plate)).key,
            .init(
                "plate_color", "车牌颜色",
                .coded([
                    .init(word: "none", number: 0), .init(word: "blue", number: 1), .init(word: "yellow", number: 2),
                    .init(word: "black", number: 3), .init(word: "white", number: 4), .init(word: "green", number: 5),
                    .init(word: "other", number: 9),
                ])
            ).defaults(to: "yellow"),
            .init("kind", "类型", .form(.lowercaseWord)).defaults(to: "collection"),
            .init("vin", "车辆识别代号", .form(.vin)),
            .init("model", "品牌型号", .text),
            .init("waste_type", "垃圾类别", .reference("waste_type")),
            .init("load_kg", "核定载质量", .number(1...100_000)),
            .init("has_scale", "车载称重", .yesNo).defaults(to: "yes"),
        ] + service + [note], unique: ["vin"])

    private static let vehicleAssignment = RegistryKind(
        name: "vehicle_assignment", chinese: "车辆归属", id: "vehicle_assignment_id",
        columns: [
            .init("vehicle", "车牌号", .reference("vehicle"), table: "vehicle_id").key,
            .init("carrier", "收运单位编码", .reference("carrier"), table: "carrier_id").needed,
        ] + period())

    private static let driver = RegistryKind(
        name: "driver", chinese: "驾驶员", id: "driver_id",
        columns: [
            code,
            .init("name", "姓名", .text).needed,
            .init("phone", "电话", .text),
            .init("licence_class", "准驾车型", .form(.licenceClass)),
            .init("certificate_no", "从业资格证号", .form(.certificateNumber)),
        ] + service + [note], unique: ["certificate_no"])

    private static let driverEmployment = RegistryKind(
        name: "driver_employment", chinese: "驾驶员归属", id: "driver_employment_id",
        columns: [
            .init("driver", "驾驶员编码", .reference("driver"), table: "driver_id").key,
            .init("carrier", "收运单位编码", .reference("carrier"), table: "carrier_id").needed,
        ] + period())

    private static let station = RegistryKind(
        name: "station", chinese: "密闭式清洁站, 转运站", id: "station_id",
        columns: [
            code, name,
            .init("kind", "类型", .word(["cleaning_station", "transfer_station"])).defaults(to: "cleaning_station"),
            .init("street", "街镇编码", .reference("street"), table: "street_id").needed,
        ] + place + [area, capacity, address] + service + [note])

    private static let disposalFacility = RegistryKind(
        name: "disposal_facility", chinese: "末端处理厂", id: "disposal_facility_id",
        columns: [
            code, name,
            .init(
                "kind", "类型",
                .word([
                    "incineration", "landfill", "kitchen_treatment", "sorting", "dismantling", "night_soil", "other",
                ])
            ).needed,
        ] + place + [area, capacity, address] + service + [note])

    private static let terminal = RegistryKind(
        name: "terminal", chinese: "终端", id: "terminal_id",
        columns: [
            .init("number", "终端手机号", .form(.terminalNumber)).key,
            .init("status", "状态", .word(["active", "unclaimed", "suspended", "retired"])).defaults(to: "active"),
            .init("authentication", "鉴权方式", .word(["code", "number"])).defaults(to: "code"),
            .init("profile", "设备档案", .form(.profile)).defaults(to: "standard"),
            note,
        ], concernsGateways: true, isWrittenByGateways: true)

    private static let terminalMount = RegistryKind(
        name: "terminal_mount", chinese: "终端安装", id: "terminal_mount_id",
        columns: [
            .init("terminal", "终端手机号", .reference("terminal"), table: "terminal_id").key,
            .init("vehicle", "车牌号", .reference("vehicle"), table: "vehicle_id"),
            .init("station", "清洁站编码", .reference("station"), table: "station_id"),
            .init("disposal_facility", "处理厂编码", .reference("disposal_facility"), table: "disposal_facility_id"),
        ] + period(from: "安装时间", to: "拆除时间"), exactlyOne: ["vehicle", "station", "disposal_facility"],
        concernsGateways: true)

    private static let tagBinding = RegistryKind(
        name: "tag_binding", chinese: "电子标签绑定", id: "tag_binding_id",
        columns: [
            .init(
                "tag_tech", "标签类型",
                .coded([
                    .init(word: "hf", number: 3), .init(word: "lf", number: 1), .init(word: "fdx_b", number: 2),
                    .init(word: "uhf_epc", number: 4), .init(word: "other", number: 0),
                ])
            ).key,
            .init("tag_id", "标签号", .hex(4...62)).key,
            .init("bin", "垃圾桶编码", .reference("bin"), table: "bin_id"),
            .init("vehicle", "车牌号", .reference("vehicle"), table: "vehicle_id"),
            .init("responsible_unit", "责任主体编码", .reference("responsible_unit"), table: "responsible_unit_id"),
        ] + period(from: "绑定时间", to: "解绑时间"), exactlyOne: ["bin", "vehicle", "responsible_unit"])

    private static let collectionRule = RegistryKind(
        name: "collection_rule", chinese: "收运规则", id: "collection_rule_id",
        columns: [
            code, name,
        ] + scope + [
            .init("windows", "收运时段", .form(.windows)).needed,
            .init("weekdays", "星期", .form(.weekdays)).defaults(to: "1234567"),
            .init("holidays", "节假日", .word(["same", "off", "sunday", "only"])).defaults(to: "same"),
            .init("grace_min", "宽限", .number(0...720)).defaults(to: "0"),
            .init("least_net_g", "最小有效净重", .number(0...10_000_000)).defaults(to: "1000"),
        ] + service + [note], schema: "ops", atMostOne: scopes)

    private static let collectionSuspension = RegistryKind(
        name: "collection_suspension", chinese: "暂停收运", id: "collection_suspension_id",
        columns: [
            code,
            .init("reason", "原因", .text).needed,
        ] + scope + period() + [note], schema: "ops", atMostOne: scopes)

    private static let supervisor = RegistryKind(
        name: "supervisor", chinese: "桶站值守员", id: "supervisor_id",
        columns: [
            code, name,
            .init("community", "社区编码", .reference("community"), table: "community_id"),
            .init("phone", "电话", .text),
        ] + service + [note])

    private static let badgeBinding = RegistryKind(
        name: "badge_binding", chinese: "工牌佩戴", id: "badge_binding_id",
        columns: [
            .init("badge", "工牌终端号", .reference("terminal"), table: "terminal_id").key,
            .init("supervisor", "值守员编码", .reference("supervisor"), table: "supervisor_id").needed,
        ] + period())

    private static let dutyPost = RegistryKind(
        name: "duty_post", chinese: "值守点", id: "duty_post_id",
        columns: [
            code, name,
            .init("point", "收集点编码", .reference("collection_point"), table: "collection_point_id").needed,
            .init("radius_m", "围栏半径", .number(5...2_000)).defaults(to: "30"),
            .init("tolerance_m", "围栏容差", .number(0...1_000)).defaults(to: "20"),
            area,
        ] + service + [note])

    private static let duty = RegistryKind(
        name: "duty", chinese: "值守安排", id: "duty_id",
        columns: [
            code,
            .init("post", "值守点编码", .reference("duty_post"), table: "duty_post_id").needed,
            .init("supervisor", "值守员编码", .reference("supervisor"), table: "supervisor_id"),
            .init("badge", "工牌终端号", .reference("terminal"), table: "terminal_id"),
            .init("windows", "值守时段", .form(.windows)).needed,
            .init("weekdays", "星期", .form(.weekdays)).defaults(to: "1234567"),
            .init("holidays", "节假日", .word(["same", "off", "sunday", "only"])).defaults(to: "same"),
            .init("least_min", "最少在岗", .number(1...1_440)),
            .init("late_min", "迟到容差", .number(0...720)).defaults(to: "10"),
            .init("leave_min", "早退容差", .number(0...1_440)).defaults(to: "10"),
            .init("absence_min", "离岗容差", .number(0...240)).defaults(to: "10"),
            .init("silence_min", "无数据容差", .number(1...240)).defaults(to: "10"),
            .init("grace_min", "判定延时", .number(0...720)).defaults(to: "15"),
        ] + service + [note], exactlyOne: ["supervisor", "badge"])

    // MARK: Columns of many kinds

    private static let scopes = ["street", "community", "responsible_unit", "point"]
    private static let scope = [
        RegistryColumn("street", "街镇编码", .reference("street"), table: "street_id"),
        RegistryColumn("community", "社区编码", .reference("community"), table: "community_id"),
        RegistryColumn("responsible_unit", "责任主体编码", .reference("responsible_unit"), table: "responsible_unit_id"),
        RegistryColumn("point", "收集点编码", .reference("collection_point"), table: "collection_point_id"),
        RegistryColumn("waste_type", "垃圾类别", .reference("waste_type")),
    ]

    private static let code = RegistryColumn("code", "编码", .code).key
    private static let name = RegistryColumn("name", "名称", .text).needed
    private static let area = RegistryColumn("area", "范围", .area)
    private static let address = RegistryColumn("address", "地址", .text)
    private static let capacity = RegistryColumn("capacity_kg_d", "处理能力", .number(1...100_000_000))
    private static let note = RegistryColumn("note", "备注", .text)
    private static let place = [
        RegistryColumn("lon", "经度", .longitude), RegistryColumn("lat", "纬度", .latitude),
    ]
    private static let service = [
        RegistryColumn("first_day", "启用日期", .firstDay), RegistryColumn("last_day", "停用日期", .lastDay),
    ]
    private static func period(from: String = "生效时间", to: String = "失效时间") -> [RegistryColumn] {
        [RegistryColumn("valid_from", from, .validFrom).openKey, RegistryColumn("valid_to", to, .validTo)]
    }
}
