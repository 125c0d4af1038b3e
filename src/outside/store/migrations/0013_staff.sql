-- Units, posts, people and appointments with their dates (decision 0013).
ALTER TABLE unit ADD COLUMN kind {text} NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN reports_to {text} NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN until_day {text} NOT NULL DEFAULT '9999-12-31';
ALTER TABLE post ADD COLUMN until_day {text} NOT NULL DEFAULT '9999-12-31';
ALTER TABLE appointment ADD COLUMN until_day {text} NOT NULL DEFAULT '9999-12-31';
ALTER TABLE appointment ADD COLUMN person {text} NOT NULL DEFAULT '';

CREATE TABLE unit_relation (
  seq {integer} PRIMARY KEY,
  unit {text} NOT NULL,
  other {text} NOT NULL,
  kind {text} NOT NULL,
  matter {text} NOT NULL,
  from_day {text} NOT NULL,
  until_day {text} NOT NULL
) {strict};

-- Numbers are sealed outside the database (vault); here stand only the sealed texts, masks and a keyed index.
CREATE TABLE person (
  id {text} PRIMARY KEY,
  name {text} NOT NULL,
  division {text} NOT NULL,
  resident_sealed {text} NOT NULL,
  resident_index {text} NOT NULL,
  resident_mask {text} NOT NULL,
  telephone_sealed {text} NOT NULL,
  telephone_mask {text} NOT NULL
) {keyed};
CREATE UNIQUE INDEX person_resident ON person (resident_index) WHERE resident_index <> '';
CREATE INDEX person_division ON person (division, id);
