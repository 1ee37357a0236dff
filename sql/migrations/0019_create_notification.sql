-- The outbox of messages about warnings (通知).
--
-- An item is an event that a channel is to hear of; items wait until they are grouped into a message. A message is sent by one sender
-- at a time, which holds it under a lease; a sender that dies leaves it to the next one. So an event is told once, except that a
-- message whose sender died between sending it and noting that goes out again, with the same idempotency key.
--
-- Which events go to which channel, and every address and secret, stand in the configuration of the sender and never here.

CREATE VIEW ops.warning_notice AS
SELECT
    e.event_id, e.warning_id, e.at, w.kind,
    CASE
        WHEN p.state IS DISTINCT FROM e.state THEN e.state
        WHEN e.action = 'revise' AND e.state IN ('raised', 'unconfirmed', 'acknowledged', 'handled') THEN 'revised'
        ELSE 'remark'
    END AS event,
    e.cause, s.code AS street_code, s.name AS street_name,
    coalesce(point.code, scale.code, carrier.code, w.subject) AS subject_code,
    coalesce(point.name, scale.name, carrier.name)            AS subject_name,
    nullif(concat_ws('，', waste.name, licence.certificate_no, e.evidence ->> 'person'), '') AS detail,
    CASE
        WHEN w.window_start IS NOT NULL THEN
            to_char(w.window_start AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD HH24:MI')
            || coalesce('-' || to_char(w.window_end AT TIME ZONE telemetry.site_time_zone(), 'HH24:MI'), '')
    END AS window_text
FROM ops.warning_event AS e
JOIN ops.warning AS w ON w.warning_id = e.warning_id
LEFT JOIN ops.warning_event AS p ON p.warning_id = e.warning_id AND p.seq = e.seq - 1
LEFT JOIN registry.street AS s ON s.street_id = w.street_id
LEFT JOIN registry.collection_point AS point ON point.collection_point_id = w.collection_point_id
LEFT JOIN registry.waste_type AS waste ON waste.waste_type = w.waste_type
LEFT JOIN registry.scale AS scale ON scale.terminal_id = w.terminal_id AND w.kind LIKE 'scale%'
LEFT JOIN registry.carrier_qualification AS licence ON licence.carrier_qualification_id = w.carrier_qualification_id
LEFT JOIN registry.carrier AS carrier ON carrier.carrier_id = w.carrier_id AND w.collection_point_id IS NULL;
COMMENT ON VIEW ops.warning_notice IS 'Every event of every warning as messages tell it (预警通知内容)';
COMMENT ON COLUMN ops.warning_notice.event_id IS 'As in ops.warning_event';
COMMENT ON COLUMN ops.warning_notice.warning_id IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_notice.at IS 'When it happened';
COMMENT ON COLUMN ops.warning_notice.kind IS 'As in ops.warning';
COMMENT ON COLUMN ops.warning_notice.event IS
    'The state after it; revised: open as before, for another cause; remark: whatever else leaves the state as it is, of which nobody is told (事件)';
COMMENT ON COLUMN ops.warning_notice.cause IS 'Cause as then known (原因)';
COMMENT ON COLUMN ops.warning_notice.street_code IS 'Street concerned; null: none (街镇编码)';
COMMENT ON COLUMN ops.warning_notice.street_name IS 'Its name (街镇)';
COMMENT ON COLUMN ops.warning_notice.subject_code IS 'Code of the collection point, scale or carrier (编码)';
COMMENT ON COLUMN ops.warning_notice.subject_name IS 'Its name (名称)';
COMMENT ON COLUMN ops.warning_notice.detail IS 'Waste type, number of the licence, person; null: nothing more to say (说明)';
COMMENT ON COLUMN ops.warning_notice.window_text IS 'Its window in local time, such as 2026-06-01 04:00-07:00; null: it has none (时段)';

CREATE TABLE ops.notification_cursor (
    last_event_id bigint NOT NULL,
    channel       text NOT NULL,
    CONSTRAINT notification_cursor_pkey PRIMARY KEY (channel)
);
COMMENT ON TABLE ops.notification_cursor IS 'How far events were looked at for each channel; a new one begins with what happens next (通知进度)';
COMMENT ON COLUMN ops.notification_cursor.last_event_id IS
    'Greatest ops.warning_event.event_id that was looked at; these numbers are in the order of commits, so that no smaller one comes later';
COMMENT ON COLUMN ops.notification_cursor.channel IS 'Name of the channel in the configuration (通道)';

CREATE TABLE ops.notification (
    notification_id bigint GENERATED ALWAYS AS IDENTITY,
    created_at      timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    claimed_until   timestamptz,
    ended_at        timestamptz,
    idempotency_key uuid NOT NULL DEFAULT gen_random_uuid(),
    attempts        integer NOT NULL DEFAULT 0,
    state           text NOT NULL DEFAULT 'waiting',
    channel         text NOT NULL,
    topic           text NOT NULL,
    group_key       text NOT NULL,
    claimed_by      text,
    outcome         text,
    content         jsonb NOT NULL,
    CONSTRAINT notification_pkey PRIMARY KEY (notification_id),
    CONSTRAINT notification_idempotency_key_key UNIQUE (idempotency_key),
    CONSTRAINT notification_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'regrouped')),
    CONSTRAINT notification_sending_check
        CHECK (state <> 'sending' OR (claimed_by IS NOT NULL AND claimed_until IS NOT NULL AND attempts > 0)),
    CONSTRAINT notification_ended_check CHECK ((ended_at IS NULL) = (state IN ('waiting', 'sending'))),
    CONSTRAINT notification_attempts_check CHECK (attempts >= 0),
    CONSTRAINT notification_content_check CHECK (jsonb_typeof(content) = 'object')
);
CREATE INDEX notification_unsent_idx ON ops.notification (channel, topic, notification_id) WHERE state IN ('waiting', 'sending');
CREATE INDEX notification_failed_idx ON ops.notification (channel) WHERE state = 'failed';
COMMENT ON TABLE ops.notification IS 'A message to a channel, from its making to its outcome (通知)';
COMMENT ON COLUMN ops.notification.notification_id IS 'Number of the message; never reused (通知编号)';
COMMENT ON COLUMN ops.notification.created_at IS 'When it was made of its items (生成时间)';
COMMENT ON COLUMN ops.notification.due_at IS 'It is not sent before; moved on by every failure (计划发送时间)';
COMMENT ON COLUMN ops.notification.claimed_until IS
    'End of the lease of the sender that has it; later any sender may take it. Null: nobody has it (占用期限)';
COMMENT ON COLUMN ops.notification.ended_at IS 'When the state became a final one (结束时间)';
COMMENT ON COLUMN ops.notification.idempotency_key IS
    'Sent along at every attempt, so that a receiver that looks at it takes the message once; the robots of chats do not (幂等键)';
COMMENT ON COLUMN ops.notification.attempts IS 'How often it was sent, or is being sent (发送次数)';
COMMENT ON COLUMN ops.notification.state IS
    'waiting: for due_at, for its channel''s quiet hours or for an older message of its topic (待发); sending: a sender has it (发送中); sent: '
    'the receiver took it (已发); failed: given up, outcome says why (失败); regrouped: its quiet hours began before it was sent, or a '
    'person asked for it after it had failed, and its items wait again (重新汇总) (状态)';
COMMENT ON COLUMN ops.notification.channel IS 'Name of the channel in the configuration (通道)';
COMMENT ON COLUMN ops.notification.topic IS 'Kind and street: of one topic the older message is sent first (主题)';
COMMENT ON COLUMN ops.notification.group_key IS 'Kind, street, event, held or not, window: what its items have in common (分组)';
COMMENT ON COLUMN ops.notification.claimed_by IS 'The sender that has it or had it last: host, process and a random part (发送方)';
COMMENT ON COLUMN ops.notification.outcome IS 'What came of the last attempt, in one line without secrets (结果)';
COMMENT ON COLUMN ops.notification.content IS
    'What it says, apart from the form of the channel: kind, event, street, windows, total, causes, the first subjects (内容)';

CREATE TABLE ops.notification_item (
    event_id        bigint NOT NULL,
    warning_id      bigint NOT NULL,
    notification_id bigint,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    is_held         boolean NOT NULL,
    channel         text NOT NULL,
    CONSTRAINT notification_item_pkey PRIMARY KEY (channel, event_id),
    CONSTRAINT notification_item_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification (notification_id),
    CONSTRAINT notification_item_one_end_check CHECK (notification_id IS NULL OR settled_at IS NULL)
);
CREATE INDEX notification_item_waiting_idx ON ops.notification_item (channel) WHERE notification_id IS NULL AND settled_at IS NULL;
CREATE INDEX notification_item_warning_idx ON ops.notification_item (channel, warning_id);
CREATE INDEX notification_item_message_idx ON ops.notification_item (notification_id);
COMMENT ON TABLE ops.notification_item IS 'An event that a channel is to hear of, once (通知条目)';
COMMENT ON COLUMN ops.notification_item.event_id IS 'ops.warning_event (事件编号)';
COMMENT ON COLUMN ops.notification_item.warning_id IS 'Its warning (预警编号)';
COMMENT ON COLUMN ops.notification_item.notification_id IS 'The message that tells it; null: waits to be grouped, or settled (通知编号)';
COMMENT ON COLUMN ops.notification_item.created_at IS 'When the channel was to hear of it (登记时间)';
COMMENT ON COLUMN ops.notification_item.settled_at IS
    'When it was found that nothing is left to tell: the warning was raised and over before anything was sent; null: not so (免发时间)';
COMMENT ON COLUMN ops.notification_item.is_held IS 'Kept back by the channel''s quiet hours (免打扰)';
COMMENT ON COLUMN ops.notification_item.channel IS 'Name of the channel (通道)';

CREATE TABLE ops.notification_attempt (
    notification_id bigint NOT NULL,
    started_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    attempt         integer NOT NULL,
    is_delivered    boolean,
    channel         text NOT NULL,
    sender          text NOT NULL,
    detail          text,
    CONSTRAINT notification_attempt_pkey PRIMARY KEY (notification_id, attempt),
    CONSTRAINT notification_attempt_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification (notification_id),
    CONSTRAINT notification_attempt_ended_check CHECK ((ended_at IS NULL) = (is_delivered IS NULL))
);
CREATE INDEX notification_attempt_recent_idx ON ops.notification_attempt (channel, started_at);
COMMENT ON TABLE ops.notification_attempt IS 'Every attempt to send a message (发送记录)';
COMMENT ON COLUMN ops.notification_attempt.notification_id IS 'The message (通知编号)';
COMMENT ON COLUMN ops.notification_attempt.started_at IS 'When it was taken to be sent (开始时间)';
COMMENT ON COLUMN ops.notification_attempt.ended_at IS 'When the answer was noted; null: under way, or its sender died (结束时间)';
COMMENT ON COLUMN ops.notification_attempt.attempt IS 'Counts the attempts of a message from 1 (次序)';
COMMENT ON COLUMN ops.notification_attempt.is_delivered IS 'The receiver took it; null: not known (是否送达)';
COMMENT ON COLUMN ops.notification_attempt.channel IS 'Name of the channel (通道)';
COMMENT ON COLUMN ops.notification_attempt.sender IS 'Host, process and a random part (发送方)';
COMMENT ON COLUMN ops.notification_attempt.detail IS 'What the receiver answered, or why there was no answer; one line without secrets (说明)';
