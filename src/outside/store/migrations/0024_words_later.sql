-- The index of words (task_words.h) is filled between commands: it holds the tasks up to this number.
CREATE TABLE task_word_until (
  id {integer} PRIMARY KEY,
  number {integer} NOT NULL
) {strict};
INSERT INTO task_word_until (id, number) SELECT 1, coalesce(max(number), 0) FROM task;

-- A small part of the index, to tell frequent words from rare ones.
{words_sample}

-- A list in the order of its days comes from task_place; these find the tasks of a range of divisions.
DROP INDEX task_due;
DROP INDEX task_division;
DROP INDEX task_owner_division;
CREATE INDEX task_issued ON task (division);
CREATE INDEX task_owned ON task (owner_division);
