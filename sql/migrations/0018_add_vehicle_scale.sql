-- A vehicle without a scale makes no lifts: there the read of a bin's tag is all that tells that it was emptied.

ALTER TABLE registry.vehicle ADD COLUMN has_scale boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN registry.vehicle.has_scale IS
    'It weighs what it lifts; false: a read of a bin''s tag completes a collection (车载称重)';
