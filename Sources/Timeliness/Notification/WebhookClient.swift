import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Sends messages over HTTP.
package final class WebhookClient: Sendable {
    private static let longestAnswer = 16 << 10

    private let client: HTTPClient
    private let timeout: Duration

    /// - Parameter timeout: from connecting to the last byte of the answer; well below the lease of a message.
    package init(timeout: Duration = .seconds(10)) {
        self.timeout = timeout
        var configuration = HTTPClient.Configuration(
            // A robot never redirects, and its token must not follow where somebody else points.
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(5)))
        // One message now and then: a connection that was kept open is most likely dead when the next one comes.
        configuration.connectionPool.idleTimeout = .seconds(5)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    // The client stops the process when it is forgotten while it is open; this closes it on every way out.
    deinit { _ = client.shutdown() }

    /// - Returns: the answer, or why there is none in one line without secrets.
    /// - Throws: `CancellationError` when the task was cancelled; the receiver may have the message.
    package func post(_ request: WebhookRequest, to channel: NotificationChannel) async throws -> Result<
        WebhookAnswer, WebhookFailure
    > {
        var message = HTTPClientRequest(url: request.url.value)
        message.method = .POST
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        message.headers.add(name: "User-Agent", value: "qingyun-timeliness")
        message.body = .bytes(ByteBuffer(bytes: request.body))
        do {
            let message = message
            return .success(try await withTimeout { try await self.answer(to: message) })
        } catch let failure as WebhookFailure {
            return .failure(WebhookFailure(reason: "no answer: \(failure.reason)"))
        } catch {
            try Task.checkCancellation()
            return .failure(WebhookFailure(reason: "no answer: \(Self.oneLine(channel.redacted("\(error)")))"))
        }
    }

    private func answer(to message: HTTPClientRequest) async throws -> WebhookAnswer {
        // The limit that counts is the one around this.
        let response = try await client.execute(message, timeout: .hours(1))
        var body: [UInt8] = []
        for try await part in response.body {
            body += part.readableBytesView.prefix(Self.longestAnswer - body.count)
            if body.count >= Self.longestAnswer { break }
        }
        return WebhookAnswer(
            status: Int(response.status.code),
            retryAfter: response.headers.first(name: "Retry-After").flatMap(Double.init).flatMap { $0 >= 0 ? $0 : nil },
            body: body)
    }

    private static func oneLine(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300))
    }

    private func withTimeout<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) async throws -> R {
        try await withThrowingTaskGroup(of: R.self) { group in
            group.addTask { try await body() }
            group.addTask { [timeout] in
                try await Task.sleep(for: timeout)
                throw WebhookFailure(reason: "not within \(timeout)")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }
}

/// Why a message got no answer; one line.
package struct WebhookFailure: Error, Sendable, Equatable {
    package let reason: String
}
