-- Dated divisions (docs/decisions/0011-dated-divisions.md). A row is one life of a code. Rows of an import have
-- open times; `dated` marks the few that a recorded change began or ended. An instant of 0 is before all records.
ALTER TABLE division ADD COLUMN initials {text} NOT NULL DEFAULT '';
ALTER TABLE division ADD COLUMN from_day {text} NOT NULL DEFAULT '';
ALTER TABLE division ADD COLUMN until_day {text} NOT NULL DEFAULT '9999-12-31';
ALTER TABLE division ADD COLUMN from_known {integer} NOT NULL DEFAULT 0;
ALTER TABLE division ADD COLUMN until_known {integer} NOT NULL DEFAULT 0;
ALTER TABLE division ADD COLUMN dated {integer} NOT NULL DEFAULT 0;
CREATE INDEX division_initials ON division (level, initials, code);
CREATE INDEX division_dated ON division (code) WHERE dated = 1;

-- How many undated divisions of each level lie below one; dated ones are counted when asked.
CREATE TABLE division_tally (
  code {text} NOT NULL,
  level {integer} NOT NULL,
  count {integer} NOT NULL,
  PRIMARY KEY (code, level)
) {keyed};

-- Names a division had before a change of name took effect.
CREATE TABLE division_former (
  code {text} NOT NULL,
  until_day {text} NOT NULL,
  known {integer} NOT NULL,
  name {text} NOT NULL,
  initials {text} NOT NULL,
  PRIMARY KEY (code, until_day, known)
) {keyed};

CREATE TABLE division_change (
  seq {integer} PRIMARY KEY,
  id {text} NOT NULL UNIQUE,
  kind {text} NOT NULL,
  on_day {text} NOT NULL,
  known {integer} NOT NULL,
  basis {text} NOT NULL,
  summary {text} NOT NULL,
  started {integer} NOT NULL,
  ended {integer} NOT NULL
) {strict};

CREATE TABLE division_touch (
  code {text} NOT NULL,
  change {integer} NOT NULL,
  PRIMARY KEY (code, change)
) {keyed};

CREATE TABLE division_link (
  before_code {text} NOT NULL,
  after_code {text} NOT NULL,
  on_day {text} NOT NULL,
  change {integer} NOT NULL,
  PRIMARY KEY (before_code, after_code, change)
) {keyed};
CREATE INDEX division_link_day ON division_link (on_day, before_code);

-- The tree that a database of an earlier version already has. A length without a division of its own does no harm.
INSERT INTO division_tally (code, level, count)
  SELECT '0', level, count(*) FROM division WHERE code <> '0' GROUP BY level;
INSERT INTO division_tally (code, level, count)
  SELECT substr(code, 1, 2), level, count(*) FROM division WHERE length(code) > 2 GROUP BY substr(code, 1, 2), level;
INSERT INTO division_tally (code, level, count)
  SELECT substr(code, 1, 4), level, count(*) FROM division WHERE length(code) > 4 GROUP BY substr(code, 1, 4), level;
INSERT INTO division_tally (code, level, count)
  SELECT substr(code, 1, 6), level, count(*) FROM division WHERE length(code) > 6 GROUP BY substr(code, 1, 6), level;
INSERT INTO division_tally (code, level, count)
  SELECT substr(code, 1, 9), level, count(*) FROM division WHERE length(code) > 9 GROUP BY substr(code, 1, 9), level;
