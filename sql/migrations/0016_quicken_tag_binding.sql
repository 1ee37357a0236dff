-- GiST over the bytes of a tag's id is dear: 0.1 ms a row, ten seconds of an import of 100,000 tags. A hash of the id before it finds
-- the place in the index, the id itself still decides, and a binding costs a quarter. What asks for a tag by its id gets an
-- ordinary index, which answers faster too.

ALTER TABLE registry.tag_binding
    DROP CONSTRAINT tag_binding_one_meaning_excl,
    ADD CONSTRAINT tag_binding_one_meaning_excl EXCLUDE USING gist (
        hashtextextended(encode(tag_id, 'hex'), 0) WITH =, tag_id WITH =, tag_tech WITH =, valid WITH &&);
CREATE INDEX tag_binding_tag_idx ON registry.tag_binding (tag_id, tag_tech);
