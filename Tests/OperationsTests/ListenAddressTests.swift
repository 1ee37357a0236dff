import Testing

@testable import Operations

@Suite("ListenAddress")
struct ListenAddressTests {
    @Test(
        "host and port are read, and shown as they were written",
        arguments: [
            ("0.0.0.0:7808", "0.0.0.0", 7808), ("localhost:0", "localhost", 0),
            ("127.0.0.1:65535", "127.0.0.1", 65_535),
            ("[::]:7808", "::", 7808), ("[::1]:80", "::1", 80), ("[fe80::1%eth0]:1", "fe80::1%eth0", 1),
            ("gw-1.example.cn:9808", "gw-1.example.cn", 9808),
        ])
    func accepted(text: String, host: String, port: Int) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == text)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", ":", "7808", ":7808", "localhost", "localhost:", "localhost:http", "localhost:65536", "localhost:-1",
            "localhost:78 08",
            "local host:1", " localhost:1", "::1:80", "::", "[::1]", "[::1]:", "[]:80", "[localhost]:80", "[::1:80",
            "::1]:80", "[::1]x:80",
            "localhost:1:2",
        ])
    func refused(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
