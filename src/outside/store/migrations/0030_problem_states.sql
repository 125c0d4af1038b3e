-- Lists of problems that freeze and close; problems that were late, or are for good; remarks whose speakers were told.
ALTER TABLE problem_list ADD COLUMN version {integer} NOT NULL DEFAULT 1;
ALTER TABLE problem_list ADD COLUMN frozen_from {text};
ALTER TABLE problem_list ADD COLUMN closed_on {text};

ALTER TABLE problem ADD COLUMN was_late {integer} NOT NULL DEFAULT 0;
ALTER TABLE problem ADD COLUMN long_term {integer} NOT NULL DEFAULT 0;
UPDATE problem SET long_term = 1 WHERE body LIKE '%"branch":"long_term"%';

ALTER TABLE remark ADD COLUMN told_on {text};
ALTER TABLE remark ADD COLUMN told_by {text};
ALTER TABLE remark ADD COLUMN told_way {text};
ALTER TABLE remark ADD COLUMN told_answer {text};
