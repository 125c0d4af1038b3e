-- Whether somebody signed for a task, beside its places and sums: what nobody signed for is a list in the order of the
-- ledger by an index of its own, however rare it is, and its number is one sum.
ALTER TABLE task_place ADD COLUMN unsigned {integer} NOT NULL DEFAULT 0;
ALTER TABLE task_count ADD COLUMN unsigned {integer} NOT NULL DEFAULT 0;
CREATE INDEX task_place_unsigned ON task_place (division, unsigned, due, id, state) WHERE unsigned = 1;
