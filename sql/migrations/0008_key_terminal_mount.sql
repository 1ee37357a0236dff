-- A key for each mount, as every other binding has one: the import and the audit log name rows by it.

ALTER TABLE registry.terminal_mount
    ADD COLUMN terminal_mount_id bigint GENERATED ALWAYS AS IDENTITY,
    ADD CONSTRAINT terminal_mount_pkey PRIMARY KEY (terminal_mount_id);
COMMENT ON COLUMN registry.terminal_mount.terminal_mount_id IS 'Key; never reused';
