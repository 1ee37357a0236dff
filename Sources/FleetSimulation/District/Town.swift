/// One of the 22 streets and towns (街道, 镇) of Changping district.
package struct Town: Sendable {
    /// Code of the statistical division (统计用区划代码), nine digits.
    package let code: String
    package let name: String
    /// Approximate middle of where people live.
    package let centre: PlanePoint
    /// Half the width of that, in centimetres.
    let radiusCm: Int
    /// Share of the district's people, in thousandths.
    package let share: Int

    /// A town has villages, a street has communities.
    var isRural: Bool { name.hasSuffix("镇") }

    private init(
        _ code: String, _ name: String, _ latitudeE6: Int, _ longitudeE6: Int, radiusM: Int, share: Int
    ) {
        self.code = code
        self.name = name
        centre = PlanePoint(latitudeE6: latitudeE6, longitudeE6: longitudeE6)
        radiusCm = radiusM * 100
        self.share = share
    }

    /// In the order of their codes. Shares come to 1000.
    package static let all: [Town] = [
        Town("110114001", "城北街道", 40_226_000, 116_231_000, radiusM: 1_600, share: 77),
        Town("110114002", "南口镇", 40_240_000, 116_137_000, radiusM: 2_000, share: 45),
        Town("110114003", "马池口镇", 40_183_000, 116_192_000, radiusM: 2_200, share: 40),
        Town("110114004", "沙河镇", 40_148_000, 116_281_000, radiusM: 2_400, share: 110),
        Town("110114005", "城南街道", 40_203_000, 116_240_000, radiusM: 1_600, share: 50),
        Town("110114007", "东小口镇", 40_058_000, 116_389_000, radiusM: 1_500, share: 66),
        Town("110114008", "天通苑北街道", 40_077_000, 116_413_000, radiusM: 1_000, share: 70),
        Town("110114009", "天通苑南街道", 40_063_000, 116_419_000, radiusM: 1_000, share: 55),
        Town("110114010", "霍营街道", 40_074_000, 116_361_000, radiusM: 1_200, share: 50),
        Town("110114011", "回龙观街道", 40_078_000, 116_336_000, radiusM: 1_400, share: 80),
        Town("110114012", "龙泽园街道", 40_070_000, 116_315_000, radiusM: 1_300, share: 65),
        Town("110114013", "史各庄街道", 40_098_000, 116_300_000, radiusM: 1_300, share: 40),
        Town("110114104", "阳坊镇", 40_137_000, 116_131_000, radiusM: 1_800, share: 20),
        Town("110114110", "小汤山镇", 40_178_000, 116_390_000, radiusM: 2_400, share: 40),
        Town("110114111", "南邵镇", 40_208_000, 116_287_000, radiusM: 1_800, share: 40),
        Town("110114112", "崔村镇", 40_222_000, 116_331_000, radiusM: 1_800, share: 15),
        Town("110114113", "百善镇", 40_170_000, 116_331_000, radiusM: 1_800, share: 22),
        Town("110114115", "北七家镇", 40_113_000, 116_415_000, radiusM: 2_600, share: 70),
        Town("110114116", "兴寿镇", 40_221_000, 116_402_000, radiusM: 2_200, share: 15),
        Town("110114118", "流村镇", 40_176_000, 116_055_000, radiusM: 2_500, share: 10),
        Town("110114119", "十三陵镇", 40_266_000, 116_243_000, radiusM: 2_200, share: 14),
        Town("110114120", "延寿镇", 40_318_000, 116_330_000, radiusM: 2_000, share: 6),
    ]
}
