import Foundation
import Testing

@testable import Timeliness

@Suite("WebhookRequest: what goes out to each form of channel")
struct WebhookRequestTests {
    private let content = NotificationTextTests.content(total: 60, named: 3)

    private func request(_ channel: NotificationChannel) throws -> WebhookRequest {
        try #require(try WebhookRequest(content, to: channel, key: "k-1", unixMilliseconds: 1_577_262_236_757))
    }

    private func body(_ request: WebhookRequest) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    }

    // Worked out with Python's hmac, base64 and urllib.parse.quote_plus.
    @Test(
        "DingTalk's signature",
        arguments: [
            ("SEC0123456789abcdef", 1_577_262_236_757, "Pgr6tpIpjVrMPPJUPkaI9sivFPPTYOy5zIOMF2GPFMA%3D"),
            ("这是密钥", 1_767_225_600_123, "A315QrdT%2BlkO9ViZ3XVK7pFXu7Jgkp8ZDizi5fVip0Q%3D"),
            ("k", 1, "%2BY%2FNysOI70f4DBpAAhJ12F23YD7ant6IfWD1Sviq7UI%3D"),
        ] as [(String, Int64, String)])
    func signature(secret: String, time: Int64, expected: String) {
        #expect(WebhookRequest.dingtalkSignature(secret: secret, unixMilliseconds: time) == expected)
    }

    @Test("DingTalk gets markdown or text, and the signature in the query")
    func dingtalk() throws {
        let url = "https://oapi.example/robot/send?access_token=abc"
        let markdown = try request(
            NotificationChannel(name: "d", form: .dingtalk, url: Secret(url), secret: Secret("SEC0123456789abcdef")))
        #expect(
            markdown.url.value == url
                + "&timestamp=1577262236757&sign=Pgr6tpIpjVrMPPJUPkaI9sivFPPTYOy5zIOMF2GPFMA%3D")
        let object = try body(markdown)
        #expect(object["msgtype"] as? String == "markdown")
        let inner = try #require(object["markdown"] as? [String: String])
        #expect(inner["title"] == "【清运预警】城北街道 收集不及时 60 处")
        #expect(inner["text"]?.hasPrefix("### 【清运预警】城北街道 收集不及时 60 处\n\n时段：") == true)
        let text = try request(NotificationChannel(name: "d", form: .dingtalkText, url: Secret(url)))
        #expect(text.url.value == url)
        #expect((try body(text)["text"] as? [String: String])?["content"]?.hasPrefix("【清运预警】") == true)
    }

    @Test("WeCom gets at most 4096 bytes of markdown")
    func wecom() throws {
        let channel = NotificationChannel(name: "w", form: .wecom, url: Secret("https://qyapi.example/send?key=abc"))
        let long = NotificationTextTests.content(total: 300, named: 200)
        let request = try #require(try WebhookRequest(long, to: channel, key: "k", unixMilliseconds: 1))
        let content = try #require((try body(request)["markdown"] as? [String: String])?["content"])
        #expect(content.utf8.count <= 4096)
        #expect(content.utf8.count > 3800)
    }

    @Test("a program gets everything, a key that stays the same, and a signature over the bytes of the body")
    func json() throws {
        let request = try request(
            NotificationChannel(name: "p", form: .json, url: Secret("http://127.0.0.1/"), secret: Secret("s3cret")))
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        #expect(headers["Idempotency-Key"] == "k-1")
        #expect(headers["X-Qingyun-Signature"]?.hasPrefix("sha256=") == true)
        #expect(headers["X-Qingyun-Signature"]?.utf8.count == 7 + 64)
        let object = try body(request)
        #expect(object["id"] as? String == "k-1")
        let inner = try #require(object["content"] as? [String: Any])
        #expect(inner["total"] as? Int == 60)
        #expect((inner["subjects"] as? [Any])?.count == 3)
        #expect(inner["event"] as? String == "raised")
    }

    @Test("the log gets no request")
    func log() throws {
        #expect(
            try WebhookRequest(content, to: NotificationChannel(name: "l", form: .log), key: "k", unixMilliseconds: 1)
                == nil)
    }
}

@Suite("WebhookAnswer: whether the receiver has the message")
struct WebhookAnswerTests {
    private let robot = NotificationChannel(
        name: "d", form: .dingtalk, url: Secret("https://oapi.example/robot/send?access_token=abcdef123"),
        secret: Secret("SECxyz"))
    private let program = NotificationChannel(name: "p", form: .json, url: Secret("http://127.0.0.1/"))

    private func answer(_ status: Int, _ body: String, retryAfter: Double? = nil) -> WebhookAnswer {
        WebhookAnswer(status: status, retryAfter: retryAfter, body: Array(body.utf8))
    }

    @Test("a robot took it only with errcode 0")
    func robots() {
        #expect(answer(200, #"{"errcode":0,"errmsg":"ok"}"#).delivery(to: robot) == .delivered)
        #expect(
            answer(200, #"{"errcode":310000,"errmsg":"sign not match"}"#).delivery(to: robot)
                == .failed(#"errcode 310000: {"errcode":310000,"errmsg":"sign not match"}"#))
        #expect(answer(200, "<html>").delivery(to: robot) == .failed("HTTP status 200, but no errcode: <html>"))
        #expect(answer(200, "").delivery(to: robot) == .failed("HTTP status 200, but no errcode"))
        guard
            case .unavailable(_, let retryAfter) = answer(200, #"{"errcode":130101,"errmsg":"too fast"}"#).delivery(
                to: robot)
        else {
            Issue.record("taken")
            return
        }
        #expect(retryAfter == 600)
    }

    @Test("a program took it with any status from 200 to 299")
    func programs() {
        #expect(answer(200, "").delivery(to: program) == .delivered)
        #expect(answer(204, "").delivery(to: program) == .delivered)
        #expect(answer(302, "").delivery(to: program) == .failed("HTTP status 302"))
        #expect(answer(500, "down").delivery(to: program) == .failed("HTTP status 500: down"))
        #expect(
            answer(429, "", retryAfter: 30).delivery(to: program) == .unavailable("HTTP status 429", retryAfter: 30))
        for status in [400, 404, 410, 413] {
            #expect(answer(status, "").delivery(to: program) == .refused("HTTP status \(status)"))
        }
    }

    @Test("what is noted is one line, bounded, and has no secret of the channel")
    func redacted() {
        guard
            case .failed(let reason, _) = answer(
                500,
                "bad token abcdef123\nof https://oapi.example/robot/send?access_token=abcdef123 SECxyz"
                    + String(repeating: "x", count: 9000)
            ).delivery(to: robot)
        else {
            Issue.record("taken")
            return
        }
        #expect(reason.hasPrefix("HTTP status 500: bad token (secret) of (secret) (secret)x"))
        #expect(reason.unicodeScalars.count < 340)
    }

    @Test("a token in the path, user and password, and what was percent-encoded are secrets too")
    func parts() {
        let channel = NotificationChannel(
            name: "p", form: .json,
            url: Secret("https://hook:pass%21word@x.example/v1/services/T0KEN12345?key=a%2Fb%2Fc"),
            secret: Secret("s3cret"))
        let text = channel.redacted("hook pass!word pass%21word T0KEN12345 a/b/c a%2Fb%2Fc s3cret v1 x.example")
        #expect(text == Array(repeating: "(secret)", count: 7).joined(separator: " ") + " v1 x.example")
    }
}
