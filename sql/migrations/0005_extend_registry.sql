-- Who and where, in full: streets to bins, carriers to drivers, stations and plants, and what stood where from when to when.
--
-- Two sorts of tables. A thing (street, bin, vehicle, ...) has a stable code, which people and files name it by, and `valid`, the
-- days on which it is in service. A binding (which bin had this tag, where did it stand, who drove for whom) has a range of time
-- and an exclusion constraint, so that at any instant there is one answer at most. Bindings are closed, never overwritten: a tag
-- that moves to another bin keeps both rows, and a lift of last month still means the bin of last month.
--
-- PostGIS is no trusted extension: a superuser makes it in the database first, unless a superuser runs this.

CREATE EXTENSION IF NOT EXISTS postgis;

CREATE FUNCTION registry.is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$';
COMMENT ON FUNCTION registry.is_code(text) IS
    'Form of a code: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit; never changed, never given to another (编码格式)';

CREATE FUNCTION registry.is_name(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value = btrim(value) AND value <> '';
COMMENT ON FUNCTION registry.is_name(text) IS 'Form of a name: not empty, no spaces around it (名称格式)';

CREATE FUNCTION registry.is_period(valid tstzrange) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NOT isempty(valid) AND (lower_inf(valid) OR lower_inc(valid)) AND NOT upper_inc(valid);
COMMENT ON FUNCTION registry.is_period(tstzrange) IS
    'Form of a period: from (inclusive) to (exclusive), not empty; a missing bound is open (有效期格式)';

-- What there is.

CREATE TABLE registry.waste_type (
    waste_type smallint NOT NULL,
    code       text NOT NULL,
    name       text NOT NULL,
    CONSTRAINT waste_type_pkey PRIMARY KEY (waste_type),
    CONSTRAINT waste_type_code_key UNIQUE (code),
    CONSTRAINT waste_type_waste_type_check CHECK (waste_type BETWEEN 1 AND 255),
    CONSTRAINT waste_type_code_check CHECK (code ~ '^[a-z][a-z_]{0,31}$'),
    CONSTRAINT waste_type_name_check CHECK (registry.is_name(name))
);
COMMENT ON TABLE registry.waste_type IS 'Types of waste, numbered as terminals send them (垃圾类别)';
COMMENT ON COLUMN registry.waste_type.waste_type IS 'Number in the terminals'' records and in telemetry.lift; 0, not said, is no type';
COMMENT ON COLUMN registry.waste_type.code IS 'Stable word for people and files (编码)';
COMMENT ON COLUMN registry.waste_type.name IS 'Chinese name (名称)';

INSERT INTO registry.waste_type (waste_type, code, name) VALUES
    (1, 'kitchen', '厨余垃圾'),
    (2, 'residual', '其他垃圾'),
    (3, 'recyclable', '可回收物'),
    (4, 'hazardous', '有害垃圾'),
    (5, 'catering', '餐厨垃圾'),
    (6, 'bulky', '大件垃圾'),
    (7, 'renovation', '装修垃圾'),
    (8, 'garden', '园林垃圾');

CREATE TABLE registry.holiday (
    day  date NOT NULL,
    kind text NOT NULL DEFAULT 'holiday',
    name text NOT NULL,
    CONSTRAINT holiday_pkey PRIMARY KEY (day),
    CONSTRAINT holiday_kind_check CHECK (kind IN ('holiday', 'workday')),
    CONSTRAINT holiday_name_check CHECK (registry.is_name(name))
);
COMMENT ON TABLE registry.holiday IS 'Days that are not what their weekday says (节假日)';
COMMENT ON COLUMN registry.holiday.day IS 'Local day (日期)';
COMMENT ON COLUMN registry.holiday.kind IS 'holiday: a day off (放假); workday: a weekend day that is worked in exchange (调休上班)';
COMMENT ON COLUMN registry.holiday.name IS 'Chinese name (名称)';

CREATE TABLE registry.street (
    street_id bigint GENERATED ALWAYS AS IDENTITY,
    code      text NOT NULL,
    name      text NOT NULL,
    kind      text NOT NULL DEFAULT 'street',
    area      geometry(MultiPolygon, 4326),
    valid     daterange NOT NULL DEFAULT '(,)',
    note      text,
    CONSTRAINT street_pkey PRIMARY KEY (street_id),
    CONSTRAINT street_code_key UNIQUE (code),
    CONSTRAINT street_code_check CHECK (registry.is_code(code)),
    CONSTRAINT street_name_check CHECK (registry.is_name(name)),
    CONSTRAINT street_kind_check CHECK (kind IN ('street', 'town', 'township')),
    CONSTRAINT street_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX street_area_idx ON registry.street USING gist (area);
COMMENT ON TABLE registry.street IS 'A street or town: the level below the district (街道, 镇)';
COMMENT ON COLUMN registry.street.street_id IS 'Key; never reused';
COMMENT ON COLUMN registry.street.code IS 'Stable code, for example the nine digits of GB/T 10114 (编码)';
COMMENT ON COLUMN registry.street.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.street.kind IS 'street (街道), town (镇), township (乡)';
COMMENT ON COLUMN registry.street.area IS 'Its area, WGS-84 degrees; null: not known (辖区范围)';
COMMENT ON COLUMN registry.street.valid IS 'Local days on which it exists; an open bound is not known or not yet (有效期)';
COMMENT ON COLUMN registry.street.note IS 'For people (备注)';

CREATE TABLE registry.community (
    community_id bigint GENERATED ALWAYS AS IDENTITY,
    street_id    bigint NOT NULL,
    code         text NOT NULL,
    name         text NOT NULL,
    kind         text NOT NULL DEFAULT 'community',
    area         geometry(MultiPolygon, 4326),
    valid        daterange NOT NULL DEFAULT '(,)',
    note         text,
    CONSTRAINT community_pkey PRIMARY KEY (community_id),
    CONSTRAINT community_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street (street_id),
    CONSTRAINT community_code_key UNIQUE (code),
    CONSTRAINT community_code_check CHECK (registry.is_code(code)),
    CONSTRAINT community_name_check CHECK (registry.is_name(name)),
    CONSTRAINT community_kind_check CHECK (kind IN ('community', 'village')),
    CONSTRAINT community_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX community_street_idx ON registry.community (street_id);
CREATE INDEX community_area_idx ON registry.community USING gist (area);
COMMENT ON TABLE registry.community IS 'A community or village of a street; one that passes to another street gets a new code (社区, 村)';
COMMENT ON COLUMN registry.community.community_id IS 'Key; never reused';
COMMENT ON COLUMN registry.community.street_id IS 'The street that it belongs to (所属街镇)';
COMMENT ON COLUMN registry.community.code IS 'Stable code, for example the twelve digits of the statistical division (编码)';
COMMENT ON COLUMN registry.community.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.community.kind IS 'community (社区), village (村)';
COMMENT ON COLUMN registry.community.area IS 'Its area, WGS-84 degrees; null: not known (辖区范围)';
COMMENT ON COLUMN registry.community.valid IS 'Local days on which it exists (有效期)';
COMMENT ON COLUMN registry.community.note IS 'For people (备注)';

CREATE TABLE registry.responsible_unit (
    responsible_unit_id bigint GENERATED ALWAYS AS IDENTITY,
    community_id        bigint NOT NULL,
    code                text NOT NULL,
    name                text NOT NULL,
    kind                text NOT NULL,
    category            text,
    managing_unit       text,
    contact_person      text,
    contact_phone       text,
    address             text,
    valid               daterange NOT NULL DEFAULT '(,)',
    note                text,
    CONSTRAINT responsible_unit_pkey PRIMARY KEY (responsible_unit_id),
    CONSTRAINT responsible_unit_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community (community_id),
    CONSTRAINT responsible_unit_code_key UNIQUE (code),
    CONSTRAINT responsible_unit_code_check CHECK (registry.is_code(code)),
    CONSTRAINT responsible_unit_name_check CHECK (registry.is_name(name)),
    CONSTRAINT responsible_unit_kind_check CHECK (kind IN ('residential', 'non_resident')),
    CONSTRAINT responsible_unit_category_check CHECK (category ~ '^[a-z][a-z_]{0,31}$'),
    CONSTRAINT responsible_unit_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX responsible_unit_community_idx ON registry.responsible_unit (community_id);
COMMENT ON TABLE registry.responsible_unit IS 'Who answers for sorting and handing over waste: an estate''s manager, a restaurant, a school (责任主体, 产废单位)';
COMMENT ON COLUMN registry.responsible_unit.responsible_unit_id IS 'Key; never reused';
COMMENT ON COLUMN registry.responsible_unit.community_id IS 'The community that it lies in (所属社区)';
COMMENT ON COLUMN registry.responsible_unit.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.responsible_unit.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.responsible_unit.kind IS 'residential (居民), non_resident (非居民单位), which pays by weight';
COMMENT ON COLUMN registry.responsible_unit.category IS 'What it is: estate, restaurant, school, market, office, ... (单位类别)';
COMMENT ON COLUMN registry.responsible_unit.managing_unit IS 'Name of the unit that manages it, for example the property manager (管理单位)';
COMMENT ON COLUMN registry.responsible_unit.contact_person IS 'Personal data (联系人)';
COMMENT ON COLUMN registry.responsible_unit.contact_phone IS 'Personal data (联系电话)';
COMMENT ON COLUMN registry.responsible_unit.address IS 'Postal address (地址)';
COMMENT ON COLUMN registry.responsible_unit.valid IS 'Local days on which it exists (有效期)';
COMMENT ON COLUMN registry.responsible_unit.note IS 'For people (备注)';

CREATE TABLE registry.collection_point (
    collection_point_id bigint GENERATED ALWAYS AS IDENTITY,
    code                text NOT NULL,
    name                text NOT NULL,
    kind                text NOT NULL DEFAULT 'bin_station',
    is_direct_haul      boolean NOT NULL DEFAULT false,
    place               geometry(Point, 4326),
    address             text,
    valid               daterange NOT NULL DEFAULT '(,)',
    note                text,
    CONSTRAINT collection_point_pkey PRIMARY KEY (collection_point_id),
    CONSTRAINT collection_point_code_key UNIQUE (code),
    CONSTRAINT collection_point_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_point_name_check CHECK (registry.is_name(name)),
    CONSTRAINT collection_point_kind_check CHECK (kind IN ('bin_station', 'central_point', 'docking_point', 'unit_door')),
    CONSTRAINT collection_point_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX collection_point_place_idx ON registry.collection_point USING gist (place);
COMMENT ON TABLE registry.collection_point IS 'A place where bins are emptied; whose it is says registry.point_affiliation (收集点)';
COMMENT ON COLUMN registry.collection_point.collection_point_id IS 'Key; never reused';
COMMENT ON COLUMN registry.collection_point.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.collection_point.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.collection_point.kind IS
    'bin_station (桶站), central_point (集中收集点), docking_point (桶车对接点), unit_door: at the unit''s own door (上门收集点)';
COMMENT ON COLUMN registry.collection_point.is_direct_haul IS 'Its waste goes straight to the plant, past the stations (直收直运)';
COMMENT ON COLUMN registry.collection_point.place IS 'Where it is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';
COMMENT ON COLUMN registry.collection_point.address IS 'Postal address (地址)';
COMMENT ON COLUMN registry.collection_point.valid IS 'Local days on which it is in service (有效期)';
COMMENT ON COLUMN registry.collection_point.note IS 'For people (备注)';

CREATE TABLE registry.bin (
    bin_id     bigint GENERATED ALWAYS AS IDENTITY,
    code       text NOT NULL,
    waste_type smallint NOT NULL,
    volume_l   integer NOT NULL,
    valid      daterange NOT NULL DEFAULT '(,)',
    note       text,
    CONSTRAINT bin_pkey PRIMARY KEY (bin_id),
    CONSTRAINT bin_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type (waste_type),
    CONSTRAINT bin_code_key UNIQUE (code),
    CONSTRAINT bin_code_check CHECK (registry.is_code(code)),
    CONSTRAINT bin_volume_l_check CHECK (volume_l BETWEEN 1 AND 50000),
    CONSTRAINT bin_valid_check CHECK (NOT isempty(valid))
);
COMMENT ON TABLE registry.bin IS 'A bin or container; one that is to hold another type of waste becomes another bin (垃圾桶, 收集容器)';
COMMENT ON COLUMN registry.bin.bin_id IS 'Key; never reused';
COMMENT ON COLUMN registry.bin.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.bin.waste_type IS 'What it is for (垃圾类别)';
COMMENT ON COLUMN registry.bin.volume_l IS 'Volume, litres: 120, 240, 660, ... (容积)';
COMMENT ON COLUMN registry.bin.valid IS 'Local days on which it is in service (有效期)';
COMMENT ON COLUMN registry.bin.note IS 'For people (备注)';

CREATE TABLE registry.carrier (
    carrier_id     bigint GENERATED ALWAYS AS IDENTITY,
    code           text NOT NULL,
    name           text NOT NULL,
    credit_code    text,
    contact_person text,
    contact_phone  text,
    valid          daterange NOT NULL DEFAULT '(,)',
    note           text,
    CONSTRAINT carrier_pkey PRIMARY KEY (carrier_id),
    CONSTRAINT carrier_code_key UNIQUE (code),
    CONSTRAINT carrier_credit_code_key UNIQUE (credit_code),
    CONSTRAINT carrier_code_check CHECK (registry.is_code(code)),
    CONSTRAINT carrier_name_check CHECK (registry.is_name(name)),
    CONSTRAINT carrier_credit_code_check CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    CONSTRAINT carrier_valid_check CHECK (NOT isempty(valid))
);
COMMENT ON TABLE registry.carrier IS 'A company that collects and hauls (收运单位, 清运单位)';
COMMENT ON COLUMN registry.carrier.carrier_id IS 'Key; never reused';
COMMENT ON COLUMN registry.carrier.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.carrier.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.carrier.credit_code IS 'Unified social credit code of GB 32100, 18 characters (统一社会信用代码)';
COMMENT ON COLUMN registry.carrier.contact_person IS 'Personal data (联系人)';
COMMENT ON COLUMN registry.carrier.contact_phone IS 'Personal data (联系电话)';
COMMENT ON COLUMN registry.carrier.valid IS 'Local days on which it works here (有效期)';
COMMENT ON COLUMN registry.carrier.note IS 'For people (备注)';

-- A vehicle that `terminal add` enters has its plate, colour and kind alone.
ALTER TABLE registry.vehicle
    ADD COLUMN vin        text,
    ADD COLUMN model      text,
    ADD COLUMN waste_type smallint,
    ADD COLUMN load_kg    integer,
    ADD COLUMN valid      daterange NOT NULL DEFAULT '(,)',
    ADD CONSTRAINT vehicle_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type (waste_type),
    ADD CONSTRAINT vehicle_vin_key UNIQUE (vin),
    ADD CONSTRAINT vehicle_vin_check CHECK (vin ~ '^[0-9A-HJ-NPR-Z]{17}$'),
    ADD CONSTRAINT vehicle_load_kg_check CHECK (load_kg BETWEEN 1 AND 100000),
    ADD CONSTRAINT vehicle_valid_check CHECK (NOT isempty(valid));
COMMENT ON COLUMN registry.vehicle.vin IS 'Vehicle identification number of GB 16735, 17 characters (车辆识别代号)';
COMMENT ON COLUMN registry.vehicle.model IS 'Maker and model (品牌型号)';
COMMENT ON COLUMN registry.vehicle.waste_type IS 'The one type that it may carry; null: not bound to one (运输垃圾类别)';
COMMENT ON COLUMN registry.vehicle.load_kg IS 'Rated load, kilograms (核定载质量)';
COMMENT ON COLUMN registry.vehicle.valid IS 'Local days on which it is in service (有效期)';

CREATE TABLE registry.driver (
    driver_id      bigint GENERATED ALWAYS AS IDENTITY,
    code           text NOT NULL,
    name           text NOT NULL,
    phone          text,
    licence_class  text,
    certificate_no text,
    valid          daterange NOT NULL DEFAULT '(,)',
    note           text,
    CONSTRAINT driver_pkey PRIMARY KEY (driver_id),
    CONSTRAINT driver_code_key UNIQUE (code),
    CONSTRAINT driver_certificate_no_key UNIQUE (certificate_no),
    CONSTRAINT driver_code_check CHECK (registry.is_code(code)),
    CONSTRAINT driver_name_check CHECK (registry.is_name(name)),
    CONSTRAINT driver_licence_class_check CHECK (licence_class ~ '^[A-D][1-3]?$'),
    CONSTRAINT driver_certificate_no_check CHECK (certificate_no ~ '^[0-9A-Za-z]{1,20}$'),
    CONSTRAINT driver_valid_check CHECK (NOT isempty(valid))
);
COMMENT ON TABLE registry.driver IS 'A driver; personal data (驾驶员)';
COMMENT ON COLUMN registry.driver.driver_id IS 'Key; never reused';
COMMENT ON COLUMN registry.driver.code IS 'Stable code, for example the staff number with the carrier''s code before it (编码)';
COMMENT ON COLUMN registry.driver.name IS 'Name, personal data (姓名)';
COMMENT ON COLUMN registry.driver.phone IS 'Personal data (电话)';
COMMENT ON COLUMN registry.driver.licence_class IS 'Class of the driving licence: B2, C1, ... (准驾车型)';
COMMENT ON COLUMN registry.driver.certificate_no IS
    'Number of the qualification certificate, as terminals report it in message 0x0702 (从业资格证号)';
COMMENT ON COLUMN registry.driver.valid IS 'Local days on which the driver works here (有效期)';
COMMENT ON COLUMN registry.driver.note IS 'For people (备注)';

CREATE TABLE registry.station (
    station_id    bigint GENERATED ALWAYS AS IDENTITY,
    street_id     bigint NOT NULL,
    code          text NOT NULL,
    name          text NOT NULL,
    kind          text NOT NULL DEFAULT 'cleaning_station',
    place         geometry(Point, 4326),
    area          geometry(MultiPolygon, 4326),
    capacity_kg_d integer,
    address       text,
    valid         daterange NOT NULL DEFAULT '(,)',
    note          text,
    CONSTRAINT station_pkey PRIMARY KEY (station_id),
    CONSTRAINT station_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street (street_id),
    CONSTRAINT station_code_key UNIQUE (code),
    CONSTRAINT station_code_check CHECK (registry.is_code(code)),
    CONSTRAINT station_name_check CHECK (registry.is_name(name)),
    CONSTRAINT station_kind_check CHECK (kind IN ('cleaning_station', 'transfer_station')),
    CONSTRAINT station_capacity_kg_d_check CHECK (capacity_kg_d > 0),
    CONSTRAINT station_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX station_street_idx ON registry.station (street_id);
CREATE INDEX station_place_idx ON registry.station USING gist (place);
COMMENT ON TABLE registry.station IS 'An enclosed cleaning station or a transfer station (密闭式清洁站, 转运站)';
COMMENT ON COLUMN registry.station.station_id IS 'Key; never reused';
COMMENT ON COLUMN registry.station.street_id IS 'The street that it lies in (所属街镇)';
COMMENT ON COLUMN registry.station.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.station.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.station.kind IS 'cleaning_station (密闭式清洁站), transfer_station (转运站)';
COMMENT ON COLUMN registry.station.place IS 'Where its gate is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';
COMMENT ON COLUMN registry.station.area IS 'Its ground, WGS-84 degrees: a vehicle inside is at the station; null: not known (电子围栏)';
COMMENT ON COLUMN registry.station.capacity_kg_d IS 'What it can take, kilograms a day (处理能力)';
COMMENT ON COLUMN registry.station.address IS 'Postal address (地址)';
COMMENT ON COLUMN registry.station.valid IS 'Local days on which it is in service (有效期)';
COMMENT ON COLUMN registry.station.note IS 'For people (备注)';

CREATE TABLE registry.disposal_facility (
    disposal_facility_id bigint GENERATED ALWAYS AS IDENTITY,
    code                 text NOT NULL,
    name                 text NOT NULL,
    kind                 text NOT NULL,
    place                geometry(Point, 4326),
    area                 geometry(MultiPolygon, 4326),
    capacity_kg_d        integer,
    address              text,
    valid                daterange NOT NULL DEFAULT '(,)',
    note                 text,
    CONSTRAINT disposal_facility_pkey PRIMARY KEY (disposal_facility_id),
    CONSTRAINT disposal_facility_code_key UNIQUE (code),
    CONSTRAINT disposal_facility_code_check CHECK (registry.is_code(code)),
    CONSTRAINT disposal_facility_name_check CHECK (registry.is_name(name)),
    CONSTRAINT disposal_facility_kind_check CHECK (
        kind IN ('incineration', 'landfill', 'kitchen_treatment', 'sorting', 'dismantling', 'night_soil', 'other')),
    CONSTRAINT disposal_facility_capacity_kg_d_check CHECK (capacity_kg_d > 0),
    CONSTRAINT disposal_facility_valid_check CHECK (NOT isempty(valid))
);
CREATE INDEX disposal_facility_place_idx ON registry.disposal_facility USING gist (place);
COMMENT ON TABLE registry.disposal_facility IS 'A plant where waste ends; it may lie outside the district (末端处理厂, 处置设施)';
COMMENT ON COLUMN registry.disposal_facility.disposal_facility_id IS 'Key; never reused';
COMMENT ON COLUMN registry.disposal_facility.code IS 'Stable code (编码)';
COMMENT ON COLUMN registry.disposal_facility.name IS 'Chinese name (名称)';
COMMENT ON COLUMN registry.disposal_facility.kind IS
    'incineration (焚烧), landfill (填埋), kitchen_treatment (厨余处理), sorting (分拣), dismantling (大件拆解), night_soil (粪便消纳), other';
COMMENT ON COLUMN registry.disposal_facility.place IS 'Where its gate is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';
COMMENT ON COLUMN registry.disposal_facility.area IS 'Its ground, WGS-84 degrees; null: not known (电子围栏)';
COMMENT ON COLUMN registry.disposal_facility.capacity_kg_d IS 'What it can treat, kilograms a day (处理能力)';
COMMENT ON COLUMN registry.disposal_facility.address IS 'Postal address (地址)';
COMMENT ON COLUMN registry.disposal_facility.valid IS 'Local days on which it is in service (有效期)';
COMMENT ON COLUMN registry.disposal_facility.note IS 'For people (备注)';

-- What belonged to what, from when to when.

CREATE TABLE registry.point_affiliation (
    point_affiliation_id bigint GENERATED ALWAYS AS IDENTITY,
    collection_point_id  bigint NOT NULL,
    community_id         bigint NOT NULL,
    responsible_unit_id  bigint,
    valid                tstzrange NOT NULL,
    CONSTRAINT point_affiliation_pkey PRIMARY KEY (point_affiliation_id),
    CONSTRAINT point_affiliation_point_fkey
        FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point (collection_point_id),
    CONSTRAINT point_affiliation_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community (community_id),
    CONSTRAINT point_affiliation_unit_fkey
        FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit (responsible_unit_id),
    CONSTRAINT point_affiliation_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT point_affiliation_one_excl EXCLUDE USING gist (collection_point_id WITH =, valid WITH &&)
);
CREATE INDEX point_affiliation_community_idx ON registry.point_affiliation (community_id);
CREATE INDEX point_affiliation_unit_idx ON registry.point_affiliation (responsible_unit_id);
COMMENT ON TABLE registry.point_affiliation IS 'Which community and unit a collection point belonged to, from when to when (收集点归属)';
COMMENT ON COLUMN registry.point_affiliation.point_affiliation_id IS 'Key; never reused';
COMMENT ON COLUMN registry.point_affiliation.collection_point_id IS 'The collection point (收集点)';
COMMENT ON COLUMN registry.point_affiliation.community_id IS 'The community, and by it the street (社区)';
COMMENT ON COLUMN registry.point_affiliation.responsible_unit_id IS 'The unit that answers for it; null: shared or not known (责任主体)';
COMMENT ON COLUMN registry.point_affiliation.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

CREATE TABLE registry.bin_placement (
    bin_placement_id    bigint GENERATED ALWAYS AS IDENTITY,
    bin_id              bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    valid               tstzrange NOT NULL,
    CONSTRAINT bin_placement_pkey PRIMARY KEY (bin_placement_id),
    CONSTRAINT bin_placement_bin_fkey FOREIGN KEY (bin_id) REFERENCES registry.bin (bin_id),
    CONSTRAINT bin_placement_point_fkey
        FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point (collection_point_id),
    CONSTRAINT bin_placement_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT bin_placement_one_place_excl EXCLUDE USING gist (bin_id WITH =, valid WITH &&)
);
CREATE INDEX bin_placement_point_idx ON registry.bin_placement (collection_point_id);
COMMENT ON TABLE registry.bin_placement IS 'At which collection point a bin stood, from when to when (垃圾桶布设)';
COMMENT ON COLUMN registry.bin_placement.bin_placement_id IS 'Key; never reused';
COMMENT ON COLUMN registry.bin_placement.bin_id IS 'The bin (垃圾桶)';
COMMENT ON COLUMN registry.bin_placement.collection_point_id IS 'Where it stood (收集点)';
COMMENT ON COLUMN registry.bin_placement.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

CREATE TABLE registry.tag_binding (
    tag_binding_id      bigint GENERATED ALWAYS AS IDENTITY,
    bin_id              bigint,
    vehicle_id          bigint,
    responsible_unit_id bigint,
    tag_tech            smallint NOT NULL,
    tag_id              bytea NOT NULL,
    valid               tstzrange NOT NULL,
    CONSTRAINT tag_binding_pkey PRIMARY KEY (tag_binding_id),
    CONSTRAINT tag_binding_bin_fkey FOREIGN KEY (bin_id) REFERENCES registry.bin (bin_id),
    CONSTRAINT tag_binding_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle (vehicle_id),
    CONSTRAINT tag_binding_unit_fkey
        FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit (responsible_unit_id),
    CONSTRAINT tag_binding_tag_tech_check CHECK (tag_tech BETWEEN 0 AND 255),
    CONSTRAINT tag_binding_tag_id_check CHECK (octet_length(tag_id) BETWEEN 4 AND 62),
    CONSTRAINT tag_binding_one_target_check CHECK (num_nonnulls(bin_id, vehicle_id, responsible_unit_id) = 1),
    CONSTRAINT tag_binding_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT tag_binding_one_meaning_excl EXCLUDE USING gist (tag_id WITH =, tag_tech WITH =, valid WITH &&)
);
CREATE INDEX tag_binding_bin_idx ON registry.tag_binding (bin_id);
CREATE INDEX tag_binding_vehicle_idx ON registry.tag_binding (vehicle_id);
CREATE INDEX tag_binding_unit_idx ON registry.tag_binding (responsible_unit_id);
COMMENT ON TABLE registry.tag_binding IS
    'What an RFID tag stood for, from when to when: a bin, a vehicle, or a unit''s card at a station. A bin may have several tags '
    '(电子标签绑定)';
COMMENT ON COLUMN registry.tag_binding.tag_binding_id IS 'Key; never reused';
COMMENT ON COLUMN registry.tag_binding.bin_id IS 'The bin that carried it; one of the three is set (垃圾桶)';
COMMENT ON COLUMN registry.tag_binding.vehicle_id IS 'The vehicle that carried it (车辆)';
COMMENT ON COLUMN registry.tag_binding.responsible_unit_id IS 'The unit whose card it was (责任主体)';
COMMENT ON COLUMN registry.tag_binding.tag_tech IS
    'As in telemetry.tag_read: 0 other, 1 LF 125 kHz, 2 FDX-B/HDX 134.2 kHz, 3 HF, 4 UHF EPC (标签类型)';
COMMENT ON COLUMN registry.tag_binding.tag_id IS 'Bytes of the tag''s id as terminals send them, 4 to 62; with tag_tech its identity (标签号)';
COMMENT ON COLUMN registry.tag_binding.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

CREATE TABLE registry.carrier_qualification (
    carrier_qualification_id bigint GENERATED ALWAYS AS IDENTITY,
    carrier_id               bigint NOT NULL,
    kind                     text NOT NULL,
    waste_type               smallint,
    certificate_no           text NOT NULL,
    valid                    daterange NOT NULL,
    note                     text,
    CONSTRAINT carrier_qualification_pkey PRIMARY KEY (carrier_qualification_id),
    CONSTRAINT carrier_qualification_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier (carrier_id),
    CONSTRAINT carrier_qualification_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type (waste_type),
    CONSTRAINT carrier_qualification_kind_check CHECK (kind IN ('collection', 'disposal', 'sweeping')),
    CONSTRAINT carrier_qualification_certificate_no_check CHECK (registry.is_name(certificate_no)),
    CONSTRAINT carrier_qualification_valid_check CHECK (NOT isempty(valid)),
    CONSTRAINT carrier_qualification_one_excl
        EXCLUDE USING gist (carrier_id WITH =, kind WITH =, (coalesce(waste_type, 0)) WITH =, valid WITH &&)
);
COMMENT ON TABLE registry.carrier_qualification IS 'What a carrier is licensed for, from when to when (收运资质)';
COMMENT ON COLUMN registry.carrier_qualification.carrier_qualification_id IS 'Key; never reused';
COMMENT ON COLUMN registry.carrier_qualification.carrier_id IS 'The carrier (收运单位)';
COMMENT ON COLUMN registry.carrier_qualification.kind IS 'collection: collect and haul (收集运输), disposal (处置), sweeping (清扫)';
COMMENT ON COLUMN registry.carrier_qualification.waste_type IS 'For this type; null: for all (垃圾类别)';
COMMENT ON COLUMN registry.carrier_qualification.certificate_no IS 'Number of the licence (许可证编号)';
COMMENT ON COLUMN registry.carrier_qualification.valid IS 'Local days on which it holds (有效期)';
COMMENT ON COLUMN registry.carrier_qualification.note IS 'For people (备注)';

CREATE TABLE registry.vehicle_assignment (
    vehicle_assignment_id bigint GENERATED ALWAYS AS IDENTITY,
    vehicle_id            bigint NOT NULL,
    carrier_id            bigint NOT NULL,
    valid                 tstzrange NOT NULL,
    CONSTRAINT vehicle_assignment_pkey PRIMARY KEY (vehicle_assignment_id),
    CONSTRAINT vehicle_assignment_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle (vehicle_id),
    CONSTRAINT vehicle_assignment_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier (carrier_id),
    CONSTRAINT vehicle_assignment_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT vehicle_assignment_one_carrier_excl EXCLUDE USING gist (vehicle_id WITH =, valid WITH &&)
);
CREATE INDEX vehicle_assignment_carrier_idx ON registry.vehicle_assignment (carrier_id);
COMMENT ON TABLE registry.vehicle_assignment IS 'Which carrier ran a vehicle, from when to when (车辆归属)';
COMMENT ON COLUMN registry.vehicle_assignment.vehicle_assignment_id IS 'Key; never reused';
COMMENT ON COLUMN registry.vehicle_assignment.vehicle_id IS 'The vehicle (车辆)';
COMMENT ON COLUMN registry.vehicle_assignment.carrier_id IS 'Who ran it (收运单位)';
COMMENT ON COLUMN registry.vehicle_assignment.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

CREATE TABLE registry.driver_employment (
    driver_employment_id bigint GENERATED ALWAYS AS IDENTITY,
    driver_id            bigint NOT NULL,
    carrier_id           bigint NOT NULL,
    valid                tstzrange NOT NULL,
    CONSTRAINT driver_employment_pkey PRIMARY KEY (driver_employment_id),
    CONSTRAINT driver_employment_driver_fkey FOREIGN KEY (driver_id) REFERENCES registry.driver (driver_id),
    CONSTRAINT driver_employment_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier (carrier_id),
    CONSTRAINT driver_employment_valid_check CHECK (registry.is_period(valid)),
    CONSTRAINT driver_employment_one_carrier_excl EXCLUDE USING gist (driver_id WITH =, valid WITH &&)
);
CREATE INDEX driver_employment_carrier_idx ON registry.driver_employment (carrier_id);
COMMENT ON TABLE registry.driver_employment IS 'Which carrier employed a driver, from when to when (驾驶员归属)';
COMMENT ON COLUMN registry.driver_employment.driver_employment_id IS 'Key; never reused';
COMMENT ON COLUMN registry.driver_employment.driver_id IS 'The driver (驾驶员)';
COMMENT ON COLUMN registry.driver_employment.carrier_id IS 'Who employed the driver (收运单位)';
COMMENT ON COLUMN registry.driver_employment.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- A terminal, scale or reader stands on a vehicle, at a station or at a plant.
ALTER TABLE registry.terminal_mount
    ALTER COLUMN vehicle_id DROP NOT NULL,
    ADD COLUMN station_id           bigint,
    ADD COLUMN disposal_facility_id bigint,
    ADD CONSTRAINT terminal_mount_station_fkey FOREIGN KEY (station_id) REFERENCES registry.station (station_id),
    ADD CONSTRAINT terminal_mount_facility_fkey
        FOREIGN KEY (disposal_facility_id) REFERENCES registry.disposal_facility (disposal_facility_id),
    ADD CONSTRAINT terminal_mount_one_carrier_check CHECK (num_nonnulls(vehicle_id, station_id, disposal_facility_id) = 1),
    ADD CONSTRAINT terminal_mount_period_check CHECK (registry.is_period(valid));
CREATE INDEX terminal_mount_station_idx ON registry.terminal_mount (station_id);
CREATE INDEX terminal_mount_facility_idx ON registry.terminal_mount (disposal_facility_id);
COMMENT ON TABLE registry.terminal_mount IS
    'Where a terminal, scale or reader was, from when to when: on a vehicle, at a station or at a plant; in one place at a time '
    '(终端安装)';
COMMENT ON COLUMN registry.terminal_mount.vehicle_id IS 'The vehicle that carried it; one of the three is set (车辆)';
COMMENT ON COLUMN registry.terminal_mount.station_id IS 'The station that it stood at (清洁站)';
COMMENT ON COLUMN registry.terminal_mount.disposal_facility_id IS 'The plant that it stood at (末端处理厂)';

-- What telemetry meant. Each is one SELECT, so that the planner takes it into the query around it:
--     FROM telemetry.lift AS l LEFT JOIN LATERAL registry.tag_at(l.tag_tech, l.tag_id, l.recorded_at) AS t ON true

CREATE FUNCTION registry.tag_at(tag_tech smallint, tag_id bytea, at timestamptz)
    RETURNS TABLE (
        tag_binding_id bigint, bin_id bigint, vehicle_id bigint, waste_type smallint, collection_point_id bigint,
        responsible_unit_id bigint, community_id bigint, street_id bigint
    )
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
AS $$
    SELECT
        tag.tag_binding_id, tag.bin_id, tag.vehicle_id, bin.waste_type, placement.collection_point_id,
        coalesce(tag.responsible_unit_id, affiliation.responsible_unit_id), community.community_id, community.street_id
    FROM registry.tag_binding AS tag
    LEFT JOIN registry.bin AS bin ON bin.bin_id = tag.bin_id
    LEFT JOIN registry.bin_placement AS placement ON placement.bin_id = tag.bin_id AND placement.valid @> $3
    LEFT JOIN registry.point_affiliation AS affiliation
        ON affiliation.collection_point_id = placement.collection_point_id AND affiliation.valid @> $3
    LEFT JOIN registry.responsible_unit AS unit ON unit.responsible_unit_id = tag.responsible_unit_id
    LEFT JOIN registry.community AS community
        ON community.community_id = coalesce(affiliation.community_id, unit.community_id)
    WHERE tag.tag_tech = $1 AND tag.tag_id = $2 AND tag.valid @> $3
$$;
COMMENT ON FUNCTION registry.tag_at(smallint, bytea, timestamptz) IS
    'What a tag stood for at an instant, with bin, waste type, collection point, unit, community and street as far as they are '
    'known for that instant; no row: bound to nothing (标签含义)';

CREATE FUNCTION registry.terminal_at(terminal_id bigint, at timestamptz)
    RETURNS TABLE (
        vehicle_id bigint, carrier_id bigint, station_id bigint, disposal_facility_id bigint, street_id bigint
    )
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
AS $$
    SELECT mount.vehicle_id, assignment.carrier_id, mount.station_id, mount.disposal_facility_id, station.street_id
    FROM registry.terminal_mount AS mount
    LEFT JOIN registry.vehicle_assignment AS assignment
        ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> $2
    LEFT JOIN registry.station AS station ON station.station_id = mount.station_id
    WHERE mount.terminal_id = $1 AND mount.valid @> $2
$$;
COMMENT ON FUNCTION registry.terminal_at(bigint, timestamptz) IS
    'Where a terminal was at an instant: its vehicle and that vehicle''s carrier, or its station and street, or its plant; no row: '
    'mounted nowhere (终端归属)';
