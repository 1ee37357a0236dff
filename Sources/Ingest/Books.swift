package import Operations
package import TelemetryStore

/// The books of rows and messages as metrics. What must balance is read at one moment, so it balances in every answer to
/// `/metrics`.
package struct Books: Sendable {
    let rows: RowBooks
    let lanes: LaneStates

    package init(rows: RowBooks, lanes: LaneStates) {
        self.rows = rows
        self.lanes = lanes
    }

    package func samples() -> [MetricsRegistry.Sample] {
        let state = lanes.sum
        let messages = state.messages
        var samples: [MetricsRegistry.Sample] = [
            .init(.gauge, "qingyun_connections", state.connections),
            .init(.gauge, "qingyun_scale_connections", state.scaleConnections),
            .init(.counter, "qingyun_frames_received_total", messages.received),
            .init(.counter, "qingyun_messages_kept_total", messages.kept),
            .init(.counter, "qingyun_messages_answered_total", messages.answered),
            .init(.gauge, "qingyun_messages_in_flight", messages.inFlight),
            .init(.gauge, "qingyun_books_unaccounted", messages.unaccounted, [("of", "messages")]),
        ]
        for reason in IngestMetrics.Refusal.allCases {
            samples.append(
                .init(
                    .counter, "qingyun_messages_refused_total", messages.refused[reason.index],
                    [("reason", reason.rawValue)]))
        }
        var unaccounted = 0
        for (table, account, journaled) in rows.accounts {
            unaccounted += abs(account.unaccounted)
            let dimensions = [("table", table.name)]
            samples += [
                .init(.counter, "qingyun_rows_received_total", account.received, dimensions),
                .init(.counter, "qingyun_rows_stored_total", account.stored, dimensions),
                .init(.counter, "qingyun_rows_duplicate_total", account.duplicates, dimensions),
                .init(.counter, "qingyun_rows_rejected_total", account.rejected, dimensions),
                .init(.counter, "qingyun_rows_journaled_total", journaled, dimensions),
                .init(.gauge, "qingyun_rows_in_journal", account.inJournal, dimensions),
                .init(.gauge, "qingyun_rows_in_flight", account.inFlight, dimensions),
            ]
        }
        samples.append(.init(.gauge, "qingyun_books_unaccounted", unaccounted, [("of", "rows")]))
        return samples
    }
}
