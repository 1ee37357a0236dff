import Foundation
package import Postgres

/// `ops.notification`: from the events of warnings to messages that are sent, each by one sender at a time.
///
/// Nothing here sends. Each method belongs into a transaction, and all may be called by several processes at once: what another one is
/// at is left to it.
package struct NotificationOutbox {
    /// A message that this sender holds until its lease ends.
    package struct Claim: Sendable, Equatable {
        package let id: Int
        /// The same at every attempt.
        package let key: String
        /// This attempt, from 1.
        package let attempt: Int
        package let content: NotificationContent
    }

    package enum ClaimResult: Sendable, Equatable {
        case message(Claim)
        /// Nothing is due, or another sender is at this channel just now.
        case nothing
        /// The channel has had its messages of this minute.
        case rateLimited
        /// The channel keeps its quiet hours; what was not tried yet is held.
        case quiet
    }

    /// How long a sender may hold a message: longer than it ever takes to send one.
    static let leaseSeconds = 60
    /// Events that are older are not told any more: who was not told for three days has heard otherwise. Those of licences and verifications are
    /// as old as their rows.
    static let oldestHours = 72
    /// The robots count by the minute; a second more for what the clocks differ.
    private static let rateSeconds = 61

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    // MARK: From events to items

    /// Notes every event since the last time for the channels that are to hear of it.
    ///
    /// No event is missed: they are numbered in the order of their commits, so that the greatest number is all there is to keep, for
    /// each channel. A channel that is new hears of what happens from now on.
    /// - Returns: how many events were new, and how many items were made of them; nil: another process is at it.
    @discardableResult
    package func collect(_ setup: NotificationSetup, at time: OutboxTime) throws -> (events: Int, items: Int)? {
        guard !setup.channels.isEmpty else { return (0, 0) }
        guard try lock("collect") else { return nil }
        let channels = PostgresValue.text(
            String(decoding: try JSONEncoder().encode(setup.channels.map(\.name)), as: UTF8.self))
        try session.query(
            """
            INSERT INTO ops.notification_cursor (channel, last_event_id)
            SELECT c.name, coalesce((SELECT max(e.event_id) FROM ops.warning_event AS e), 0)
            FROM jsonb_array_elements_text($1::jsonb) AS c (name)
            ON CONFLICT (channel) DO NOTHING
            """, [channels])
        let routes = setup.routes.flatMap { route in
            route.channels.compactMap { setup.channel($0) }.map { channel in
                Route(
                    channel: channel.name, kinds: route.kinds, streets: route.streets,
                    events: route.events ?? NotificationEvent.usual.map(\.rawValue),
                    is_held: channel.quietHours?.contains(minute: time.minuteOfDay) ?? false)
            }
        }
        let row = try session.query(
            """
            WITH channel AS MATERIALIZED (
                SELECT c.channel, c.last_event_id
                FROM jsonb_array_elements_text($4::jsonb) AS n (name) JOIN ops.notification_cursor AS c ON c.channel = n.name
            ), route AS (
                SELECT * FROM jsonb_to_recordset($1::jsonb)
                    AS r (channel text, kinds text[], streets text[], events text[], is_held boolean)
            ), fresh AS MATERIALIZED (
                SELECT e.event_id, e.written_at FROM ops.warning_event AS e
                WHERE e.event_id > (SELECT min(c.last_event_id) FROM channel AS c)
            ), cursor AS (
                UPDATE ops.notification_cursor AS u SET last_event_id = f.last_event_id
                FROM (SELECT max(event_id) AS last_event_id FROM fresh) AS f, channel AS c
                WHERE u.channel = c.channel AND f.last_event_id > u.last_event_id
            ), item AS (
                INSERT INTO ops.notification_item (channel, event_id, warning_id, created_at, is_held)
                SELECT DISTINCT r.channel, n.event_id, n.warning_id, $2::timestamptz, r.is_held
                FROM fresh AS f
                JOIN ops.warning_notice AS n ON n.event_id = f.event_id
                JOIN route AS r ON (n.event = ANY (r.events) OR \(Self.event("n")) = ANY (r.events)) AND (r.kinds IS NULL OR n.kind = ANY (r.kinds))
                    AND (r.streets IS NULL OR n.street_code = ANY (r.streets))
                JOIN channel AS c ON c.channel = r.channel AND c.last_event_id < f.event_id
                -- A licence that is entered weeks after its warning was due is news all the same.
                WHERE CASE WHEN n.kind LIKE '%expiry' THEN greatest(n.at, f.written_at) ELSE n.at END
                    > $2::timestamptz - make_interval(hours => $3)
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM fresh) AS events, (SELECT count(*) FROM item) AS items
            """,
            [
                .text(String(decoding: try JSONEncoder().encode(routes), as: UTF8.self)), .text(time.text),
                .int(Self.oldestHours), channels,
            ])[0]
        return (try row.int("events"), try row.int("items"))
    }

    private struct Route: Encodable {
        let channel: String
        let kinds: [String]?
        let streets: [String]?
        let events: [String]
        let is_held: Bool
    }

    // MARK: From items to messages

    /// Makes messages of what waits for a channel: one for a street, kind, event and window; after quiet hours one for all windows.
    ///
    /// A warning that was raised and settled while it waited is only counted.
    /// - Parameter gatherSeconds: a group waits so long for others of its sort.
    /// - Returns: how many messages were made.
    @discardableResult
    package func compose(for channel: NotificationChannel, at time: OutboxTime, gatherSeconds: Int) throws -> Int {
        guard try lock("compose." + channel.name) else { return 0 }
        return try session.query(
            Self.compose,
            [.text(channel.name), .text(time.text), .int(gatherSeconds), .int(channel.pointLimit)])[0].int("made")
    }

    /// Takes back what was made for a channel and never tried, so that it is grouped anew when its quiet hours are over.
    @discardableResult
    package func hold(_ channel: NotificationChannel, at time: OutboxTime) throws -> Int {
        guard try lock("compose." + channel.name), try lock("send." + channel.name) else { return 0 }
        try holdUngrouped(channel)
        return try session.query(
            """
            WITH held AS (
                UPDATE ops.notification SET state = 'regrouped', ended_at = $2::timestamptz
                WHERE channel = $1 AND state = 'waiting' AND attempts = 0
                RETURNING notification_id
            ), item AS (
                UPDATE ops.notification_item AS i SET notification_id = NULL, is_held = true
                FROM held AS h WHERE i.notification_id = h.notification_id
            )
            SELECT count(*) AS held FROM held
            """, [.text(channel.name), .text(time.text)])[0].int("held")
    }

    /// What is collected and not grouped yet when quiet hours begin is grouped after them like the rest.
    private func holdUngrouped(_ channel: NotificationChannel) throws {
        try session.query(
            """
            UPDATE ops.notification_item SET is_held = true
            WHERE channel = $1 AND notification_id IS NULL AND settled_at IS NULL AND NOT is_held
            """, [.text(channel.name)])
    }

    // MARK: From messages to attempts

    /// A message that was given up without another attempt, and why.
    package struct GivenUp: Sendable, Equatable {
        package let id: Int
        package let outcome: String
    }

    /// Gives up the messages of a channel that waited too long, and those whose last sender vanished at the last attempt.
    /// - Parameter attempts: most attempts of a message.
    package func giveUp(_ channel: NotificationChannel, at time: OutboxTime, attempts: Int) throws -> [GivenUp] {
        guard try lock("send." + channel.name) else { return [] }
        let given = try session.query(
            """
            UPDATE ops.notification
            SET state = 'failed', ended_at = $2::timestamptz, claimed_until = NULL,
                outcome = CASE state
                    WHEN 'sending' THEN format('given up after %s attempts; the last sender vanished', attempts)
                    ELSE format('given up after %s hours; the last: %s', $4::integer, coalesce(outcome, 'not tried'))
                END
            WHERE channel = $1 AND (
                state = 'sending' AND claimed_until <= $2::timestamptz AND attempts >= $3
                OR state = 'waiting' AND created_at <= $2::timestamptz - make_interval(hours => $4)
            )
            RETURNING notification_id, outcome
            """, [.text(channel.name), .text(time.text), .int(attempts), .int(Self.oldestHours)]
        ).map { GivenUp(id: try $0.int("notification_id"), outcome: try $0.text("outcome")) }
        for message in given { try regroupFollowers(of: message.id, at: time) }
        return given
    }

    /// Takes the next message of a channel for this sender. Of one street and kind, the older comes first.
    /// - Parameter attempts: most attempts of a message.
    package func claim(
        for channel: NotificationChannel, by sender: String, at time: OutboxTime, attempts: Int
    ) throws -> ClaimResult {
        // Asked at every message: a long round must not run into the night.
        guard channel.quietHours?.contains(minute: time.minuteOfDay) != true else {
            try hold(channel, at: time)
            return .quiet
        }
        guard try lock("send." + channel.name) else { return .nothing }
        guard
            let next = try session.query(
                """
                SELECT n.notification_id, (
                    SELECT count(*) FROM ops.notification_attempt AS a
                    WHERE a.channel = $1 AND a.started_at > $2::timestamptz - make_interval(secs => $3)
                ) AS recent
                FROM ops.notification AS n
                WHERE n.channel = $1
                    AND (
                        n.state = 'waiting' AND n.due_at <= $2::timestamptz
                        OR n.state = 'sending' AND n.claimed_until <= $2::timestamptz AND n.attempts < $4
                    )
                    AND NOT EXISTS (
                        SELECT FROM ops.notification AS o
                        WHERE o.channel = $1 AND o.topic = n.topic AND o.notification_id < n.notification_id
                            AND o.state IN ('waiting', 'sending')
                    )
                ORDER BY n.due_at, n.notification_id
                LIMIT 1
                """, [.text(channel.name), .text(time.text), .int(Self.rateSeconds), .int(attempts)]
            ).first
        else { return .nothing }
        guard try next.int("recent") < channel.perMinute else { return .rateLimited }
        let row = try session.query(
            """
            WITH claimed AS (
                UPDATE ops.notification
                SET state = 'sending', attempts = attempts + 1, claimed_by = $2,
                    claimed_until = $3::timestamptz + make_interval(secs => $4)
                WHERE notification_id = $1
                RETURNING *
            ), attempt AS (
                INSERT INTO ops.notification_attempt (notification_id, attempt, channel, started_at, sender)
                SELECT notification_id, attempts, channel, $3::timestamptz, $2 FROM claimed
            )
            SELECT notification_id, idempotency_key, attempts, content FROM claimed
            """, [.int(try next.int("notification_id")), .text(sender), .text(time.text), .int(Self.leaseSeconds)])[0]
        return .message(
            Claim(
                id: try row.int("notification_id"), key: try row.text("idempotency_key"),
                attempt: try row.int("attempts"), content: try Self.content(row)))
    }

    package enum Settlement: Sendable, Equatable {
        case sent
        /// Tried again after so many seconds.
        case again(seconds: Double)
        case failed
        /// The lease had ended, and another sender has the message: it may be sent twice.
        case lost
    }

    /// Notes what came of an attempt; once more, when it is not known whether it was noted.
    package func settle(
        _ claim: Claim, by sender: String, _ delivery: Delivery, on channel: NotificationChannel, at time: OutboxTime,
        retry: RetrySchedule, jitter: Double
    ) throws -> Settlement {
        let settlement: Settlement
        let outcome: String
        let delay: Double?
        switch delivery {
        case .delivered: (settlement, outcome, delay) = (.sent, "delivered", nil)
        case .refused(let reason): (settlement, outcome, delay) = (.failed, "refused for good: \(reason)", nil)
        case .failed(let reason, let askedFor), .unavailable(let reason, let askedFor):
            delay = retry.delay(after: claim.attempt, askedFor: askedFor, jitter: jitter)
            settlement = delay.map { .again(seconds: $0) } ?? .failed
            outcome = delay == nil ? "given up after \(claim.attempt) attempts; the last: \(reason)" : reason
        }
        let state =
            switch settlement {
            case .sent: "sent"
            case .again: "waiting"
            case .failed, .lost: "failed"
            }
        let settled = try session.query(
            """
            WITH attempt AS (
                UPDATE ops.notification_attempt
                SET ended_at = $4::timestamptz, is_delivered = $7, detail = $6
                WHERE notification_id = $1 AND attempt = $3
            )
            UPDATE ops.notification
            SET state = $5, outcome = $6, claimed_until = NULL,
                due_at = $4::timestamptz + make_interval(secs => $8::float8),
                ended_at = CASE WHEN $5 <> 'waiting' THEN $4::timestamptz END
            WHERE notification_id = $1 AND state IN ('sending', $5) AND claimed_by = $2 AND attempts = $3
            RETURNING 1
            """,
            [
                .int(claim.id), .text(sender), .int(claim.attempt), .text(time.text), .text(state), .text(outcome),
                .bool(delivery == .delivered), .double(delay ?? 0),
            ])
        if settlement == .failed, !settled.isEmpty { try regroupFollowers(of: claim.id, at: time) }
        if case .unavailable(_, let askedFor) = delivery {
            // The others would meet with the same; when this one was given up they are tried after the longest pause.
            let pause = delay ?? max(retry.longestDelay, min(askedFor ?? 0, 3600))
            try session.query(
                """
                UPDATE ops.notification SET due_at = $2::timestamptz + make_interval(secs => $3::float8)
                WHERE channel = $1 AND state = 'waiting' AND due_at < $2::timestamptz + make_interval(secs => $3::float8)
                """, [.text(channel.name), .text(time.text), .double(pause)])
        }
        return settled.isEmpty ? .lost : settlement
    }

    /// Takes back what was to follow a message that was given up, except for what is raised: what nobody was told of is not called back.
    private func regroupFollowers(of message: Int, at time: OutboxTime) throws {
        try session.query(
            """
            WITH follower AS (
                UPDATE ops.notification AS n SET state = 'regrouped', ended_at = $2::timestamptz
                FROM ops.notification AS o
                WHERE o.notification_id = $1 AND n.channel = o.channel AND n.topic = o.topic AND n.notification_id > $1
                    AND n.state = 'waiting' AND n.attempts = 0 AND n.content ->> 'event' NOT IN ('raised', 'unconfirmed')
                RETURNING n.notification_id
            )
            UPDATE ops.notification_item AS i SET notification_id = NULL
            FROM follower AS f WHERE i.notification_id = f.notification_id
            """, [.int(message), .text(time.text)])
    }

    // MARK: For people

    /// Messages that are not sent yet, the next first; with what is waiting to be grouped not among them.
    package func unsent() throws -> [(
        channel: String, state: String, due: String, attempts: Int, content: NotificationContent
    )] {
        try session.query(
            """
            SELECT channel, state, to_char(due_at AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI:SS') AS due, attempts,
                content
            FROM ops.notification WHERE state IN ('waiting', 'sending') ORDER BY due_at, notification_id
            """
        ).map { row in
            (
                try row.text("channel"), try row.text("state"), try row.text("due"), try row.int("attempts"),
                try Self.content(row)
            )
        }
    }

    /// Takes apart messages that were given up in the last three days, so that what is still news is grouped and told anew, as it stands by now.
    /// - Returns: how many messages.
    package func retryFailed(at time: OutboxTime) throws -> Int {
        try session.query(
            """
            WITH again AS (
                UPDATE ops.notification SET state = 'regrouped', ended_at = $1::timestamptz
                WHERE state = 'failed' AND ended_at > $1::timestamptz - make_interval(hours => $2)
                RETURNING notification_id
            ), item AS (
                UPDATE ops.notification_item AS i SET notification_id = NULL
                FROM again AS a WHERE i.notification_id = a.notification_id
            )
            SELECT count(*) AS again FROM again
            """, [.text(time.text), .int(Self.oldestHours)])[0].int("again")
    }

    /// How many messages wait, failed of late so that they can be retried, and how long the oldest waits, in seconds, for each channel.
    package func standing(at time: OutboxTime) throws -> [(
        channel: String, waiting: Int, failed: Int, oldestSeconds: Int
    )] {
        try session.query(
            """
            SELECT channel, count(*) FILTER (WHERE state <> 'failed') AS waiting, 
                count(*) FILTER (WHERE state = 'failed' AND ended_at > $1::timestamptz - make_interval(hours => $2)) AS failed,
                coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE state <> 'failed')), 0)::bigint AS oldest
            FROM ops.notification WHERE state IN ('waiting', 'sending', 'failed') GROUP BY channel ORDER BY channel
            """, [.text(time.text), .int(Self.oldestHours)]
        ).map { (try $0.text("channel"), try $0.int("waiting"), try $0.int("failed"), try $0.int("oldest")) }
    }

    /// Held until the transaction ends; false: another process has it.
    private func lock(_ name: String) throws -> Bool {
        try session.query(
            "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS is_locked",
            [.text("qingyun.notification." + name)]
        )[0].bool("is_locked")
    }

    private static func content(_ row: PostgresRow) throws -> NotificationContent {
        try JSONDecoder().decode(NotificationContent.self, from: Data(try row.text("content").utf8))
    }
}
