-- Commands to terminals: a queue that people and programs write to, and that the gateway with the terminal's connection sends from.
--
-- One row is one command from its order to its outcome. Gateways share nothing but this table: one that holds the terminal's
-- connection takes a command by changing its state from queued to sent in one guarded UPDATE, so none is sent by two.
-- The table is small (some commands a terminal and day), so an identity column and a foreign key are welcome; the key
-- begins with `terminal_id` all the same, as for everything that belongs to a terminal.

CREATE SCHEMA ops;
COMMENT ON SCHEMA ops IS 'What people and jobs do with the fleet: commands to terminals (运行管理)';

CREATE TABLE ops.command (
    command_id    bigint GENERATED ALWAYS AS IDENTITY,
    terminal_id   bigint NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL,
    first_sent_at timestamptz,
    sent_at       timestamptz,
    answer_due_at timestamptz,
    answered_at   timestamptz,
    ended_at      timestamptz,
    message_id    integer,
    serial        integer,
    attempts      smallint NOT NULL DEFAULT 0,
    result        smallint,
    kind          text NOT NULL,
    arguments     jsonb NOT NULL DEFAULT '{}',
    state         text NOT NULL DEFAULT 'queued',
    created_by    text NOT NULL DEFAULT session_user,
    gateway       text,
    outcome       text,
    answer        jsonb,
    answer_body   bytea,
    CONSTRAINT command_pkey PRIMARY KEY (terminal_id, command_id),
    CONSTRAINT command_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal (terminal_id),
    CONSTRAINT command_kind_check CHECK (kind ~ '^[a-z][a-z_]*$'),
    CONSTRAINT command_arguments_check CHECK (jsonb_typeof(arguments) = 'object'),
    CONSTRAINT command_state_check CHECK (
        state IN ('queued', 'sent', 'answered', 'refused', 'timed_out', 'cancelled', 'expired')
    ),
    CONSTRAINT command_sent_check CHECK (
        state <> 'sent' OR (sent_at IS NOT NULL AND answer_due_at IS NOT NULL AND gateway IS NOT NULL AND serial IS NOT NULL)
    ),
    CONSTRAINT command_ended_check CHECK ((ended_at IS NULL) = (state IN ('queued', 'sent'))),
    CONSTRAINT command_attempts_check CHECK (attempts >= 0)
);
-- By its number alone: what people know of a command.
CREATE INDEX command_command_id_idx ON ops.command (command_id);
-- What gateways ask for: commands that wait, and those without an answer.
CREATE INDEX command_queued_idx ON ops.command (terminal_id, command_id) WHERE state = 'queued';
CREATE INDEX command_sent_idx ON ops.command (answer_due_at) WHERE state = 'sent';

COMMENT ON TABLE ops.command IS
    'A command to a terminal, from its order to its outcome; who inserts one notifies channel qingyun_command with the '
    'terminal_id as payload, or it is seen within half a minute (下发指令)';
COMMENT ON COLUMN ops.command.command_id IS 'Number of the command, for people; never reused (指令编号)';
COMMENT ON COLUMN ops.command.terminal_id IS 'To whom: registry.terminal (终端)';
COMMENT ON COLUMN ops.command.created_at IS 'When it was ordered (下达时间)';
COMMENT ON COLUMN ops.command.expires_at IS
    'It is not sent any more from then on; a terminal that is away has so long to connect (失效时间)';
COMMENT ON COLUMN ops.command.first_sent_at IS 'When it was sent for the first time; null: never (首次下发时间)';
COMMENT ON COLUMN ops.command.sent_at IS 'When it was last sent; null: never (下发时间)';
COMMENT ON COLUMN ops.command.answer_due_at IS
    'When the wait for an answer to the last sending ends; any gateway may end a command that is long past it (应答期限)';
COMMENT ON COLUMN ops.command.answered_at IS
    'When the terminal''s answer was read from the socket; later than ended_at: it came too late (应答时间)';
COMMENT ON COLUMN ops.command.ended_at IS 'When the state became a final one; null while queued or sent (结束时间)';
COMMENT ON COLUMN ops.command.message_id IS 'JT/T 808 id of what was sent, such as 33536 for 0x8300 (消息ID)';
COMMENT ON COLUMN ops.command.serial IS
    'Serial of the first frame that was sent, by which the answer is told; 0 to 65535 for each connection (消息流水号)';
COMMENT ON COLUMN ops.command.attempts IS 'How often it was sent (下发次数)';
COMMENT ON COLUMN ops.command.result IS
    'Result of the terminal''s generic answer: 0 done, 1 failed, 2 message is wrong, 3 not supported; null: answered by a '
    'message of its own, or not at all (应答结果)';
COMMENT ON COLUMN ops.command.kind IS
    'What it is: text, locate, interval, parameters, query_parameters, attributes, restart, track, circle, rectangle, polygon, '
    'route, delete_regions (指令类型)';
COMMENT ON COLUMN ops.command.arguments IS 'What it says, by kind: see docs/operations.md (指令内容)';
COMMENT ON COLUMN ops.command.state IS
    'queued: waits for the terminal; sent: waits for its answer; answered; refused: by the terminal, or not sendable; timed_out: '
    'sent, and no answer in time; cancelled: by somebody, before it was sent; expired: never sent (状态)';
COMMENT ON COLUMN ops.command.created_by IS 'Who ordered it (下达人)';
COMMENT ON COLUMN ops.command.gateway IS 'Gateway that last sent it: host, process and a random part (下发网关)';
COMMENT ON COLUMN ops.command.outcome IS 'What came of it, in words; also why it went back to the queue (处理结果)';
COMMENT ON COLUMN ops.command.answer IS 'What the terminal answered, decoded (应答内容)';
COMMENT ON COLUMN ops.command.answer_body IS 'Body of the answer as received (应答原文)';
