/// One `NOTIFY` that another session sent.
package struct PostgresNotification: Sendable, Equatable {
    package let channel: String
    /// Empty when `NOTIFY` gave none.
    package let payload: String
    /// Process id of the backend that sent it: compare with the own one to skip echoes.
    package let processID: Int

    package init(channel: String, payload: String, processID: Int) {
        self.channel = channel
        self.payload = payload
        self.processID = processID
    }
}
