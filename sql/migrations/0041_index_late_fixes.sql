-- Positions that came late: each check of collections asks which have come since the last one, of all days that are followed. A position that
-- comes at once is not in the index, so that it costs the gateway no more than a comparison.

CREATE INDEX fix_late_idx ON telemetry.fix (received_at) WHERE received_at - recorded_at > interval '10 seconds';
