/// Names that sound right.
enum DistrictNames {
    private static let first = [
        "安福", "宏福", "龙腾", "龙跃", "云趣", "风雅", "流星", "北郡", "金域", "紫金", "龙锦", "和谐", "天露", "领秀", "新龙", "华龙",
        "融泽", "矩阵", "佰嘉", "田园", "锦程", "望都", "翠微", "蓬莱", "玉虚", "名佳", "万润", "国风", "京科", "冠华",
    ]
    private static let second = ["苑", "园", "家园", "嘉园", "新村", "花园", "里", "城"]
    private static let village = ["东", "西", "南", "北", "前", "后", "上", "下"]
    private static let villageStem = [
        "兴", "庄", "营", "店", "坊", "沟", "桥", "坡", "峪", "台", "官庄", "辛庄", "太平庄", "流村", "马坊", "沙沟",
    ]
    private static let dish = ["川香", "湘味", "老北京", "羊蝎子", "饺子", "兰州", "粤海", "农家院", "铜锅", "烤鸭"]

    /// The `number`-th community of a town: no two are the same.
    static func community(_ number: Int, isVillage: Bool) -> String {
        if isVillage {
            let stem = villageStem[number / village.count % villageStem.count]
            let round = number / (village.count * villageStem.count)
            return village[number % village.count] + stem + (round > 0 ? "\(round + 1)" : "") + "村"
        }
        let name = first[number % first.count] + second[number / first.count % second.count]
        let round = number / (first.count * second.count)
        return name + (round > 0 ? "\(round + 1)区" : "") + "社区"
    }

    static func restaurant(_ number: Int) -> String { dish[number % dish.count] + "餐厅\(number / dish.count + 1)店" }

    static let carriers = [
        "昌平环卫服务中心", "京昌清运有限公司", "北控回天清运有限公司", "绿城再生资源有限公司", "沙河环境服务有限公司", "南口清洁服务有限公司",
    ]
}
