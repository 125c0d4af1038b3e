-- Who goes on for whom, and figures by year (decision 0019). A task's day is counted from 1970-01-01, in China; of parts
-- made before this migration it is 0 until the log is folded again (anmin log rebuild).
CREATE INDEX division_link_after ON division_link (after_code, before_code);
ALTER TABLE task ADD COLUMN confirmed_day {integer} NOT NULL DEFAULT 0;
UPDATE task SET confirmed_day = coalesce(
  (SELECT (e.at + 28800000) / 86400000 FROM event e WHERE e.stream = 'task:' || task.id AND e.stream_version = 1), 0);
