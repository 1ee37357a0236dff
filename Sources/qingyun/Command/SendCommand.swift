import ArgumentParser
import Downlink

/// `qingyun command send`: one subcommand a kind of command.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Queue a command for a terminal; a gateway sends it as soon as the terminal is connected.",
        subcommands: [
            TextCommand.self, LocateCommand.self, IntervalCommand.self, ParametersCommand.self,
            QueryParametersCommand.self, AttributesCommand.self, RestartCommand.self, TrackCommand.self,
            RegionCommand.self,
        ])

    @OptionGroup var options: SendOptions

    struct TextCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "text", abstract: "Text for the driver (文本信息下发, 0x8300).")

        @OptionGroup var options: SendOptions
        @Argument(help: "The text: GBK characters, at most 512 Chinese ones.")
        var text: String
        @Flag(help: "Marked as urgent.")
        var urgent = false
        @Flag(help: "Read aloud (语音播报).")
        var speak = false
        @Flag(inversion: .prefixedNo, help: "Shown on the terminal's display.")
        var display = true

        func run() async throws {
            try await options.send(.text(.init(text: text, urgent: urgent, display: display, speak: speak)))
        }
    }

    struct LocateCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "locate", abstract: "Ask where it is now (位置信息查询, 0x8201).")

        @OptionGroup var options: SendOptions

        func run() async throws { try await options.send(.locate) }
    }

    struct IntervalCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "interval",
            abstract: "Set the time between position reports: parameter 0x0029 (缺省时间汇报间隔, 0x8103).",
            discussion: "It counts where the terminal reports by time: parameter report_strategy is 0 or 2.")

        @OptionGroup var options: SendOptions
        @Option(parsing: .unconditional, help: "Seconds between reports, 1 to 86400.")
        var seconds: Int

        func run() async throws { try await options.send(.interval(.init(seconds: seconds))) }
    }

    struct ParametersCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parameters", abstract: "Set parameters (设置终端参数, 0x8103).")

        @OptionGroup var options: SendOptions
        @Argument(
            help:
                "ID=VALUE, such as 0x0029=30, report_interval_s=30, plate=京A12345; bytes as they are: 0xf001=hex:0102.")
        var settings: [String]

        func run() async throws { try await options.send(.parameters(.init(set: settings))) }
    }

    struct QueryParametersCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "query-parameters", abstract: "Ask for parameters (查询终端参数, 0x8104, 0x8106).")

        @OptionGroup var options: SendOptions
        @Argument(help: "Ids or names, such as 0x0029 or report_interval_s; none: all parameters.")
        var ids: [String] = []

        func run() async throws { try await options.send(.queryParameters(.init(ids: ids))) }
    }

    struct AttributesCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "attributes", abstract: "Ask what it is: model, versions, ICCID (查询终端属性, 0x8107).")

        @OptionGroup var options: SendOptions

        func run() async throws { try await options.send(.attributes) }
    }

    struct RestartCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restart", abstract: "Restart the terminal (终端复位, 0x8105); sent once, never again by itself.")

        @OptionGroup var options: SendOptions

        func run() async throws { try await options.send(.restart) }
    }

    struct TrackCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "track", abstract: "Report more often for a while (临时位置跟踪控制, 0x8202).")

        @OptionGroup var options: SendOptions
        @Option(parsing: .unconditional, help: "Seconds between reports, 0 to 65535; 0 stops tracking.")
        var seconds: Int
        @Option(parsing: .unconditional, help: "For so many seconds, 1 to 4294967295.")
        var duration: Int?

        func validate() throws {
            if seconds != 0 && duration == nil {
                throw ValidationError("--duration is missing: for how many seconds the terminal is tracked")
            }
        }

        func run() async throws { try await options.send(.track(.init(seconds: seconds, durationS: duration))) }
    }
}
