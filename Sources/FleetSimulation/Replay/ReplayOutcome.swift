package import JTT808

/// One line of a replay's report: a frame (or fault) of a vector, and what the gateway said to it.
package struct ReplayOutcome: Sendable, Equatable {
    package enum Answer: Sendable, Equatable {
        case general(GeneralAnswer.Result)
        case registration(RegistrationAnswer.Result, code: String?)
        case serverTime(TerminalTime)
        /// By the standard, nothing answers this message.
        case noneOwed
        /// A faulty stretch: neither its sender nor its serial can be trusted, so nothing answers it.
        case malformed(FrameError)
        /// No whole frame: nothing to answer.
        case noFrame
        /// Owed, and it did not come.
        case missing
        /// The connection was lost before the frame was sent, and the gateway took no other.
        case notSent
    }

    package let vector: String
    /// The header of the frame; nil for a fault.
    package let header: FrameHeader?
    package internal(set) var answer: Answer

    /// The line before anything is sent.
    init(vector: String, piece: ReplayVector.Piece?) {
        self.vector = vector
        switch piece {
        case .sound(let header):
            self.header = header
            answer = header.messageID.answerRule == .none ? .noneOwed : .notSent
        case .malformed(let error):
            header = nil
            answer = .malformed(error)
        case nil:
            header = nil
            answer = .noFrame
        }
    }

    /// An answer was owed.
    package var isOwed: Bool {
        switch answer {
        case .general, .registration, .serverTime, .missing, .notSent: true
        case .noneOwed, .malformed, .noFrame: false
        }
    }

    package var isAnswered: Bool {
        switch answer {
        case .general, .registration, .serverTime: true
        case .noneOwed, .malformed, .noFrame, .missing, .notSent: false
        }
    }
}
