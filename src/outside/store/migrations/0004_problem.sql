-- Field work, what was said in it, and the problems merged from that.
CREATE TABLE mission (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  division {text} NOT NULL,
  title {text} NOT NULL,
  from_day {text} NOT NULL,
  to_day {text} NOT NULL
) {keyed};

CREATE TABLE mission_group (
  mission {text} NOT NULL,
  number {integer} NOT NULL,
  area {text} NOT NULL,
  province {integer} NOT NULL,
  PRIMARY KEY (mission, number)
) {keyed};

CREATE TABLE mission_member (
  mission {text} NOT NULL,
  number {integer} NOT NULL,
  place {integer} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (mission, number, place)
) {keyed};

CREATE TABLE activity (
  mission {text} NOT NULL,
  seq {integer} NOT NULL,
  number {integer} NOT NULL,
  kind {text} NOT NULL,
  on_day {text} NOT NULL,
  place {text} NOT NULL,
  amount {integer} NOT NULL,
  note {text} NOT NULL,
  PRIMARY KEY (mission, seq)
) {keyed};

CREATE TABLE remark (
  id {text} PRIMARY KEY,
  mission {text} NOT NULL,
  number {integer} NOT NULL,
  kind {text} NOT NULL,
  said_by {text} NOT NULL,
  place {text} NOT NULL,
  on_day {text} NOT NULL,
  words {text} NOT NULL,
  problem {text}
) {keyed};
CREATE INDEX remark_problem ON remark (problem, id);

CREATE TABLE problem_list (
  id {text} PRIMARY KEY,
  division {text} NOT NULL,
  name {text} NOT NULL,
  scheme {text} NOT NULL,
  source {text} NOT NULL,
  declared {integer},
  opened_on {text} NOT NULL
) {keyed};

CREATE TABLE problem (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  state {text} NOT NULL,
  division {text} NOT NULL,
  list {text},
  number {integer} NOT NULL,
  focused {integer} NOT NULL,
  owner_post {text},
  owner_division {text},
  due {text} NOT NULL,
  title {text} NOT NULL,
  body {text} NOT NULL,
  steps {text} NOT NULL
) {strict};
CREATE INDEX problem_list_number ON problem (list, number, id);
CREATE INDEX problem_division ON problem (division, due, id);
CREATE INDEX problem_owner ON problem (owner_post, due, id);
