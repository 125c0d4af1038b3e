-- Of tasks that the index of words found, scope and order are read from this index alone.
DROP INDEX task_number;
CREATE INDEX task_number ON task (number, due, id, division, owner_division, state);
-- What fills the tables anew also sorts all words into their index again, three digits in a row among them.
