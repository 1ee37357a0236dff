import ArgumentParser
import Downlink

/// `qingyun command send region`: regions and routes on the map.
struct RegionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "Set or delete regions and routes (区域, 路线, 0x8600 to 0x8607).",
        subcommands: [
            CircleCommand.self, RectangleCommand.self, PolygonCommand.self, RouteCommand.self, DeleteCommand.self,
        ])

    @OptionGroup var options: SendOptions

    struct RuleOptions: ParsableArguments {
        @Option(help: "1 to 4294967295, unique for each shape; one that is in use is overwritten.")
        var id: UInt32
        @Option(help: "For terminals of 2019.")
        var name: String?
        @Option(help: "It holds from HH:MM of every day.")
        var from: String?
        @Option(help: "It holds until HH:MM of every day.")
        var until: String?
        @Option(help: "Top speed inside in km/h, 1 to 65535.")
        var topKmh: Int?
        @Option(help: "Seconds above it that count as overspeed, 0 to 255. (default: 10)")
        var overspeedSeconds: Int?
        @Option(
            help:
                "Who is told when; may be given several times: driver_entry, driver_exit, platform_entry, platform_exit."
        )
        var notice: [CommandContent.Notice] = []

        var rules: CommandContent.Rules {
            .init(
                id: id, name: name, from: from, until: until, topKmh: topKmh, overspeedS: overspeedSeconds,
                notices: notice.isEmpty ? nil : notice)
        }
    }

    struct CircleCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "circle", abstract: "A circle (0x8600).")

        @OptionGroup var options: SendOptions
        @OptionGroup var rule: RuleOptions
        @Option(parsing: .unconditional, help: "LAT,LON in degrees WGS-84, south and west negative.")
        var center: CommandContent.Place
        @Option(help: "Metres.")
        var radius: UInt32

        func run() async throws {
            try await options.send(.circle(.init(rules: rule.rules, center: center, radiusM: radius)))
        }
    }

    struct RectangleCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "rectangle", abstract: "A rectangle (0x8602).")

        @OptionGroup var options: SendOptions
        @OptionGroup var rule: RuleOptions
        @Option(parsing: .unconditional, help: "LAT,LON of the north-west corner.")
        var topLeft: CommandContent.Place
        @Option(parsing: .unconditional, help: "LAT,LON of the south-east corner.")
        var bottomRight: CommandContent.Place

        func run() async throws {
            try await options.send(
                .rectangle(.init(rules: rule.rules, topLeft: topLeft, bottomRight: bottomRight)))
        }
    }

    struct PolygonCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "polygon", abstract: "A polygon (0x8604).")

        @OptionGroup var options: SendOptions
        @OptionGroup var rule: RuleOptions
        @Option(parsing: .unconditionalSingleValue, help: "LAT,LON; three or more times, in order.")
        var vertex: [CommandContent.Place]

        func run() async throws {
            try await options.send(.polygon(.init(rules: rule.rules, vertices: vertex)))
        }
    }

    struct RouteCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "route", abstract: "A route (0x8606).")

        @OptionGroup var options: SendOptions
        @OptionGroup var rule: RuleOptions
        @Option(parsing: .unconditionalSingleValue, help: "LAT,LON; two or more times, in order.")
        var point: [CommandContent.Place]
        @Option(help: "Width of the road in metres, 1 to 255.")
        var width = 30

        func run() async throws {
            try await options.send(.route(.init(rules: rule.rules, points: point, widthM: width)))
        }
    }

    struct DeleteCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete", abstract: "Delete regions of a shape (0x8601, 0x8603, 0x8605, 0x8607).")

        @OptionGroup var options: SendOptions
        @Argument(help: "circle, rectangle, polygon or route.")
        var shape: CommandContent.RegionShape
        @Argument(help: "Ids, at most 125.")
        var ids: [UInt32] = []
        @Flag(help: "All of the shape.")
        var all = false

        func validate() throws {
            guard all == ids.isEmpty else {
                throw ValidationError("which ones? accepted: ids, or --all for all of the shape")
            }
        }

        func run() async throws {
            try await options.send(.deleteRegions(.init(shape: shape, ids: ids)))
        }
    }
}

extension CommandContent.Notice: ExpressibleByArgument {}
extension CommandContent.RegionShape: ExpressibleByArgument {}
extension CommandContent.Place: ExpressibleByArgument {
    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let lat = parts[0], let lon = parts[1] else { return nil }
        self.init(lat: lat, lon: lon)
    }
}
