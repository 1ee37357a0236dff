-- Two vehicles whose VINs were confused exchange them in one UPDATE. A plain unique constraint looks at each row as it is written and
-- refuses the first of them; a deferrable one looks when the statement is done, and is as strict then.
--
-- Not the keys by which rows are known: they never change, and ON CONFLICT takes no deferrable constraint.

ALTER TABLE registry.waste_type
    DROP CONSTRAINT waste_type_code_key,
    ADD CONSTRAINT waste_type_code_key UNIQUE (code) DEFERRABLE;
ALTER TABLE registry.carrier
    DROP CONSTRAINT carrier_credit_code_key,
    ADD CONSTRAINT carrier_credit_code_key UNIQUE (credit_code) DEFERRABLE;
ALTER TABLE registry.vehicle
    DROP CONSTRAINT vehicle_vin_key,
    ADD CONSTRAINT vehicle_vin_key UNIQUE (vin) DEFERRABLE;
ALTER TABLE registry.driver
    DROP CONSTRAINT driver_certificate_no_key,
    ADD CONSTRAINT driver_certificate_no_key UNIQUE (certificate_no) DEFERRABLE;
