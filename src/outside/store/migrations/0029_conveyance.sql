-- Matters to be conveyed: the agenda pool and what becomes of it (decision 0032). Meetings say their form, and their
-- branches stand with name and division, so that the reach of many matters is one question.
CREATE TABLE conveyance (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  state {text} NOT NULL,
  division {text} NOT NULL,
  received_on {text} NOT NULL,
  convey_by {text} NOT NULL,
  conveyed_on {text},
  first_topic {integer} NOT NULL,
  place {integer} NOT NULL,
  measures {integer} NOT NULL,
  body {text} NOT NULL,
  steps {text} NOT NULL
) {keyed};
CREATE INDEX conveyance_day ON conveyance (received_on, id);
CREATE INDEX conveyance_state ON conveyance (state, division, received_on, id);

CREATE TABLE conveyance_meeting (
  conveyance {text} NOT NULL,
  meeting {text} NOT NULL,
  PRIMARY KEY (conveyance, meeting)
) {keyed};

CREATE TABLE conveyance_task (
  conveyance {text} NOT NULL,
  task {text} NOT NULL,
  PRIMARY KEY (conveyance, task)
) {keyed};

ALTER TABLE meeting ADD COLUMN form {text} NOT NULL DEFAULT '';
ALTER TABLE meeting_branch ADD COLUMN division {text} NOT NULL DEFAULT '';
ALTER TABLE meeting_branch ADD COLUMN name {text} NOT NULL DEFAULT '';
