-- Whether somebody signed for a task stands with the task, once, not at every level that holds it: a fan-out writes one
-- entry of the index for each part instead of one for each of its levels.
DROP INDEX task_place_unsigned;
ALTER TABLE task_place DROP COLUMN unsigned;
ALTER TABLE task ADD COLUMN unsigned {integer} NOT NULL DEFAULT 0;
CREATE INDEX task_unsigned ON task (due, id) WHERE unsigned = 1;
