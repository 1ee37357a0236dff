import JTT808

/// What people call a message.
enum MessageName {
    /// In English and as the standard has it.
    static func of(_ id: MessageID) -> String {
        names[id] ?? "not a message of the standard"
    }

    private static let names: [MessageID: String] = terminalNames.merging(platformNames) { first, _ in first }

    private static let terminalNames: [MessageID: String] = [
        .terminalAnswer: "terminal's general answer 终端通用应答", .heartbeat: "heartbeat 终端心跳",
        .deregistration: "deregistration 终端注销", .serverTimeRequest: "asks for the server's time 查询服务器时间请求",
        .terminalResendRequest: "asks for slices again 补传分包请求", .registration: "registration 终端注册",
        .authentication: "authentication 终端鉴权", .parameterReport: "parameters 查询终端参数应答",
        .terminalAttributes: "attributes 查询终端属性应答", .upgradeResult: "upgrade result 终端升级结果通知",
        .locationReport: "position 位置信息汇报", .locationAnswer: "position asked for 位置信息查询应答",
        .eventReport: "event 事件报告", .questionAnswer: "reply to a question 提问应答",
        .informationSubscription: "information on or off 信息点播/取消",
        .vehicleControlAnswer: "vehicle control's outcome 车辆控制应答",
        .regionReport: "regions and routes 查询区域或线路数据应答", .recorderReport: "recorder data 行驶记录数据上传",
        .waybill: "electronic waybill 电子运单上报", .driverCard: "driver card 驾驶员身份信息采集上报",
        .locationBatch: "batch of positions 定位数据批量上传", .canData: "CAN data CAN总线数据上传",
        .mediaEvent: "multimedia event 多媒体事件信息上传", .mediaData: "multimedia data 多媒体数据上传",
        .mediaList: "list of stored media 存储多媒体数据检索应答",
        .cameraResult: "camera result 摄像头立即拍摄命令应答", .passthroughUp: "pass-through 数据上行透传",
        .compressedMessage: "compressed message 数据压缩上报", .terminalRSAKey: "terminal's RSA key 终端RSA公钥",
    ]

    private static let platformNames: [MessageID: String] = [
        .platformAnswer: "platform's general answer 平台通用应答", .resendRequest: "asks for slices again 服务器补传分包请求",
        .serverTime: "server's time 查询服务器时间应答", .registrationAnswer: "registration answer 终端注册应答",
        .parameterSetting: "sets parameters 设置终端参数", .allParametersQuery: "asks for all parameters 查询终端参数",
        .terminalControl: "terminal control 终端控制", .parameterQuery: "asks for parameters 查询指定终端参数",
        .attributesQuery: "asks for attributes 查询终端属性", .upgradePackage: "upgrade 下发终端升级包",
        .locationQuery: "asks for the position 位置信息查询", .trackingRequest: "temporary tracking 临时位置跟踪控制",
        .alarmConfirmation: "confirms an alarm 人工确认报警消息", .linkCheck: "link check 链路检测",
        .textMessage: "text 文本信息下发", .eventList: "event list 事件设置", .question: "question 提问下发",
        .informationMenu: "information menu 信息点播菜单设置", .informationMessage: "information 信息服务",
        .callBack: "call back 电话回拨", .phoneBook: "phone book 设置电话本",
        .vehicleControl: "vehicle control 车辆控制", .circleRegions: "sets circles 设置圆形区域",
        .circleDeletion: "deletes circles 删除圆形区域", .rectangleRegions: "sets rectangles 设置矩形区域",
        .rectangleDeletion: "deletes rectangles 删除矩形区域", .polygonRegion: "sets a polygon 设置多边形区域",
        .polygonDeletion: "deletes polygons 删除多边形区域", .route: "sets a route 设置路线",
        .routeDeletion: "deletes routes 删除路线", .regionQuery: "asks for regions 查询区域或线路数据",
        .recorderQuery: "reads the recorder 行驶记录数据采集命令", .recorderSetting: "sets the recorder 行驶记录参数下传命令",
        .driverCardQuery: "asks for the driver card 上报驾驶员身份信息请求",
        .mediaDataAnswer: "answer to multimedia data 多媒体数据上传应答", .cameraCommand: "takes pictures 摄像头立即拍摄命令",
        .mediaQuery: "searches media 存储多媒体数据检索", .mediaUpload: "uploads media 存储多媒体数据上传命令",
        .soundRecording: "records sound 录音开始命令", .singleMediaUpload: "uploads one medium 单条存储多媒体数据检索上传命令",
        .passthroughDown: "pass-through 数据下行透传", .platformRSAKey: "platform's RSA key 平台RSA公钥",
    ]
}
