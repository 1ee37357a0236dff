package import Logging

/// How every executable logs: one line an event to standard error.
package enum LogSetup {
    /// The logger of an executable; `level` is what the setting `log-level` says.
    package static func logger(label: String, level: Logger.Level) -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
