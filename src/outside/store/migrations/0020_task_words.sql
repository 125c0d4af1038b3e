-- Each task has a number of its own: that of its entry in the index of words.
ALTER TABLE task ADD COLUMN number {integer} NOT NULL DEFAULT 0;
CREATE INDEX task_number ON task (number);

-- Which pairs of neighbouring characters the words of a task hold (task_words.h).
{words_table}
