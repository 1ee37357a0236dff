/// The other ids of the standard, with the type of their bodies. Clause numbers are those of JT/T 808-2019, chapter 8.
///
/// From the terminal.
extension MessageID {
    /// 补传分包请求, clause 8.7: ``JTT808/ResendRequest``.
    public static let terminalResendRequest = MessageID(rawValue: 0x0005)
    /// 查询终端参数应答, clause 8.15: ``JTT808/ParameterReport``.
    public static let parameterReport = MessageID(rawValue: 0x0104)
    /// 查询终端属性应答, clause 8.18: ``JTT808/TerminalAttributes``.
    public static let terminalAttributes = MessageID(rawValue: 0x0107)
    /// 终端升级结果通知, clause 8.20: ``JTT808/UpgradeResult``.
    public static let upgradeResult = MessageID(rawValue: 0x0108)
    /// 位置信息查询应答, clause 8.23: ``JTT808/LocationAnswer``.
    public static let locationAnswer = MessageID(rawValue: 0x0201)
    /// 事件报告, 2011 and 2013: ``JTT808/EventReport``.
    public static let eventReport = MessageID(rawValue: 0x0301)
    /// 提问应答, 2011 and 2013: ``JTT808/QuestionAnswer``.
    public static let questionAnswer = MessageID(rawValue: 0x0302)
    /// 信息点播/取消, 2011 and 2013: ``JTT808/InformationSubscription``.
    public static let informationSubscription = MessageID(rawValue: 0x0303)
    /// 车辆控制应答, clause 8.31: ``JTT808/LocationAnswer``.
    public static let vehicleControlAnswer = MessageID(rawValue: 0x0500)
    /// 查询区域或线路数据应答, clause 8.41: ``JTT808/RegionReport``.
    public static let regionReport = MessageID(rawValue: 0x0608)
    /// 行驶记录数据上传, clause 8.43: ``JTT808/RecorderReport``.
    public static let recorderReport = MessageID(rawValue: 0x0700)
    /// 电子运单上报, clause 8.45: ``JTT808/Waybill``.
    public static let waybill = MessageID(rawValue: 0x0701)
    /// 驾驶员身份信息采集上报, clause 8.47: ``JTT808/DriverCard``.
    public static let driverCard = MessageID(rawValue: 0x0702)
    /// CAN总线数据上传, clause 8.49: ``JTT808/CANData``.
    public static let canData = MessageID(rawValue: 0x0705)
    /// 多媒体事件信息上传, clause 8.50: ``JTT808/MediaEvent``.
    public static let mediaEvent = MessageID(rawValue: 0x0800)
    /// 多媒体数据上传, clause 8.51: ``JTT808/MediaData``.
    public static let mediaData = MessageID(rawValue: 0x0801)
    /// 存储多媒体数据检索应答, clause 8.56: ``JTT808/MediaList``.
    public static let mediaList = MessageID(rawValue: 0x0802)
    /// 摄像头立即拍摄命令应答, clause 8.54: ``JTT808/CameraResult``.
    public static let cameraResult = MessageID(rawValue: 0x0805)
    /// 数据上行透传, clause 8.61: ``JTT808/Passthrough``.
    public static let passthroughUp = MessageID(rawValue: 0x0900)
    /// 数据压缩上报, clause 8.62: ``JTT808/CompressedMessage``.
    public static let compressedMessage = MessageID(rawValue: 0x0901)
    /// 终端RSA公钥, clause 8.64: ``JTT808/RSAKey``.
    public static let terminalRSAKey = MessageID(rawValue: 0x0A00)
}

/// From the platform.
extension MessageID {
    /// 服务器补传分包请求, clause 8.6: ``JTT808/ResendRequest``.
    public static let resendRequest = MessageID(rawValue: 0x8003)
    /// 设置终端参数, clause 8.12: ``JTT808/ParameterSetting``.
    public static let parameterSetting = MessageID(rawValue: 0x8103)
    /// 查询终端参数, clause 8.13: empty body.
    public static let allParametersQuery = MessageID(rawValue: 0x8104)
    /// 终端控制, clause 8.16: ``JTT808/TerminalControl``.
    public static let terminalControl = MessageID(rawValue: 0x8105)
    /// 查询指定终端参数, clause 8.14: ``JTT808/ParameterQuery``.
    public static let parameterQuery = MessageID(rawValue: 0x8106)
    /// 查询终端属性, clause 8.17: empty body.
    public static let attributesQuery = MessageID(rawValue: 0x8107)
    /// 下发终端升级包, clause 8.19: ``JTT808/UpgradePackage``.
    public static let upgradePackage = MessageID(rawValue: 0x8108)
    /// 位置信息查询, clause 8.22: empty body.
    public static let locationQuery = MessageID(rawValue: 0x8201)
    /// 临时位置跟踪控制, clause 8.24: ``JTT808/TrackingRequest``.
    public static let trackingRequest = MessageID(rawValue: 0x8202)
    /// 人工确认报警消息, clause 8.25: ``JTT808/AlarmConfirmation``.
    public static let alarmConfirmation = MessageID(rawValue: 0x8203)
    /// 链路检测, clause 8.26: empty body.
    public static let linkCheck = MessageID(rawValue: 0x8204)
    /// 文本信息下发, clause 8.27: ``JTT808/TextMessage``.
    public static let textMessage = MessageID(rawValue: 0x8300)
    /// 事件设置, 2011 and 2013: ``JTT808/EventList``.
    public static let eventList = MessageID(rawValue: 0x8301)
    /// 提问下发, 2011 and 2013: ``JTT808/Question``.
    public static let question = MessageID(rawValue: 0x8302)
    /// 信息点播菜单设置, 2011 and 2013: ``JTT808/InformationMenu``.
    public static let informationMenu = MessageID(rawValue: 0x8303)
    /// 信息服务, 2011 and 2013: ``JTT808/InformationMessage``.
    public static let informationMessage = MessageID(rawValue: 0x8304)
    /// 电话回拨, clause 8.28: ``JTT808/CallBack``.
    public static let callBack = MessageID(rawValue: 0x8400)
    /// 设置电话本, clause 8.29: ``JTT808/PhoneBook``.
    public static let phoneBook = MessageID(rawValue: 0x8401)
    /// 车辆控制, clause 8.30: ``JTT808/VehicleControl``.
    public static let vehicleControl = MessageID(rawValue: 0x8500)
    /// 设置圆形区域, clause 8.32: ``JTT808/CircleRegions``.
    public static let circleRegions = MessageID(rawValue: 0x8600)
    /// 删除圆形区域, clause 8.33: ``JTT808/RegionDeletion``.
    public static let circleDeletion = MessageID(rawValue: 0x8601)
    /// 设置矩形区域, clause 8.34: ``JTT808/RectangleRegions``.
    public static let rectangleRegions = MessageID(rawValue: 0x8602)
    /// 删除矩形区域, clause 8.35: ``JTT808/RegionDeletion``.
    public static let rectangleDeletion = MessageID(rawValue: 0x8603)
    /// 设置多边形区域, clause 8.36: ``JTT808/PolygonRegion``.
    public static let polygonRegion = MessageID(rawValue: 0x8604)
    /// 删除多边形区域, clause 8.37: ``JTT808/RegionDeletion``.
    public static let polygonDeletion = MessageID(rawValue: 0x8605)
    /// 设置路线, clause 8.38: ``JTT808/Route``.
    public static let route = MessageID(rawValue: 0x8606)
    /// 删除路线, clause 8.39: ``JTT808/RegionDeletion``.
    public static let routeDeletion = MessageID(rawValue: 0x8607)
    /// 查询区域或线路数据, clause 8.40: ``JTT808/RegionQuery``.
    public static let regionQuery = MessageID(rawValue: 0x8608)
    /// 行驶记录数据采集命令, clause 8.42: ``JTT808/RecorderCommand``.
    public static let recorderQuery = MessageID(rawValue: 0x8700)
    /// 行驶记录参数下传命令, clause 8.44: ``JTT808/RecorderCommand``.
    public static let recorderSetting = MessageID(rawValue: 0x8701)
    /// 上报驾驶员身份信息请求, clause 8.46: empty body.
    public static let driverCardQuery = MessageID(rawValue: 0x8702)
    /// 多媒体数据上传应答, clause 8.52: ``JTT808/MediaDataAnswer``.
    public static let mediaDataAnswer = MessageID(rawValue: 0x8800)
    /// 摄像头立即拍摄命令, clause 8.53: ``JTT808/CameraCommand``.
    public static let cameraCommand = MessageID(rawValue: 0x8801)
    /// 存储多媒体数据检索, clause 8.55: ``JTT808/MediaQuery``.
    public static let mediaQuery = MessageID(rawValue: 0x8802)
    /// 存储多媒体数据上传命令, clause 8.57: ``JTT808/MediaUpload``.
    public static let mediaUpload = MessageID(rawValue: 0x8803)
    /// 录音开始命令, clause 8.58: ``JTT808/SoundRecording``.
    public static let soundRecording = MessageID(rawValue: 0x8804)
    /// 单条存储多媒体数据检索上传命令, clause 8.59: ``JTT808/SingleMediaUpload``.
    public static let singleMediaUpload = MessageID(rawValue: 0x8805)
    /// 数据下行透传, clause 8.60: ``JTT808/Passthrough``.
    public static let passthroughDown = MessageID(rawValue: 0x8900)
    /// 平台RSA公钥, clause 8.63: ``JTT808/RSAKey``.
    public static let platformRSAKey = MessageID(rawValue: 0x8A00)
}
