-- What orders come from, who was reached, and which order cites what (decision 0017).
CREATE TABLE meeting (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  division {text} NOT NULL,
  held_on {text} NOT NULL,
  name {text} NOT NULL,
  chair {text} NOT NULL,
  body {text} NOT NULL
) {keyed};
CREATE INDEX meeting_day ON meeting (held_on, id);

CREATE TABLE meeting_branch (
  meeting {text} NOT NULL,
  number {integer} NOT NULL,
  expected {integer} NOT NULL,
  present {integer},
  made_up {integer} NOT NULL,
  PRIMARY KEY (meeting, number)
) {keyed};

CREATE TABLE meeting_agenda (
  document {text} NOT NULL,
  meeting {text} NOT NULL,
  PRIMARY KEY (document, meeting)
) {keyed};

CREATE TABLE attendance (
  meeting {text} NOT NULL,
  seq {integer} NOT NULL,
  number {integer} NOT NULL,
  made_up {integer} NOT NULL,
  people {integer} NOT NULL,
  note {text} NOT NULL,
  officer {text} NOT NULL,
  on_day {text} NOT NULL,
  PRIMARY KEY (meeting, seq)
) {keyed};

CREATE TABLE instruction (
  id {text} PRIMARY KEY,
  division {text} NOT NULL,
  given_on {text} NOT NULL,
  by_whom {text} NOT NULL,
  words {text} NOT NULL,
  body {text} NOT NULL
) {keyed};
CREATE INDEX instruction_day ON instruction (given_on, id);

CREATE TABLE citation (
  task {text} NOT NULL,
  kind {text} NOT NULL,
  source {text} NOT NULL,
  note {text} NOT NULL,
  officer {text} NOT NULL,
  on_day {text} NOT NULL,
  PRIMARY KEY (task, kind, source)
) {keyed};
CREATE INDEX citation_source ON citation (kind, source, task);
