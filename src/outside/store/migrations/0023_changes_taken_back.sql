-- Changes of divisions that were taken back (docs/decisions/0023-a-change-taken-back.md). The tables of divisions hold the
-- tree as it is known now. What was known of a division until a change was taken back is set aside here whole, with its
-- names, so that "as known then" still shows it. An instant of 0 in `withdrawn` says that the change holds.
ALTER TABLE division_change ADD COLUMN withdrawn {integer} NOT NULL DEFAULT 0;
ALTER TABLE division_change ADD COLUMN withdrawn_by {text} NOT NULL DEFAULT '';
ALTER TABLE division_change ADD COLUMN withdrawn_reason {text} NOT NULL DEFAULT '';

CREATE TABLE division_once (
  code {text} NOT NULL,
  withdrawal {integer} NOT NULL,
  name {text} NOT NULL,
  level {integer} NOT NULL,
  parent {text} NOT NULL,
  initials {text} NOT NULL,
  from_day {text} NOT NULL,
  until_day {text} NOT NULL,
  from_known {integer} NOT NULL,
  until_known {integer} NOT NULL,
  gone_known {integer} NOT NULL,
  PRIMARY KEY (code, withdrawal)
) {keyed};
CREATE INDEX division_once_parent ON division_once (parent, code);

-- As division_former, of the rows set aside.
CREATE TABLE division_once_former (
  code {text} NOT NULL,
  withdrawal {integer} NOT NULL,
  until_day {text} NOT NULL,
  known {integer} NOT NULL,
  name {text} NOT NULL,
  initials {text} NOT NULL,
  PRIMARY KEY (code, withdrawal, until_day, known)
) {keyed};
CREATE INDEX division_link_change ON division_link (change);
