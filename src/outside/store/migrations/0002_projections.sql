-- Tables that are folded from the log and can be rebuilt from it at any time.
CREATE TABLE document (
  id {text} PRIMARY KEY,
  reading_seq {integer} NOT NULL,
  file_name {text} NOT NULL,
  digest {text} NOT NULL,
  title {text} NOT NULL,
  kind {text} NOT NULL,
  event_date {text},
  division {text} NOT NULL,
  received {integer} NOT NULL,
  parts {integer} NOT NULL,
  bytes {integer} NOT NULL,
  proposed {integer} NOT NULL,
  confirmed {integer} NOT NULL,
  rejected {integer} NOT NULL,
  warnings {integer} NOT NULL,
  quality {text} NOT NULL
) {keyed};
CREATE INDEX document_received ON document (received, id);
CREATE INDEX document_division ON document (division, received, id);
CREATE INDEX document_undecided ON document (received, id) WHERE proposed > 0;
CREATE UNIQUE INDEX document_digest ON document (digest, division);

CREATE TABLE candidate (
  document {text} NOT NULL,
  number {integer} NOT NULL,
  state {text} NOT NULL,
  task {text},
  reason {text} NOT NULL,
  body {text} NOT NULL,
  PRIMARY KEY (document, number)
) {keyed};

CREATE TABLE task (
  id {text} PRIMARY KEY,
  version {integer} NOT NULL,
  state {text} NOT NULL,
  document {text} NOT NULL,
  division {text} NOT NULL,
  owner_post {text},
  owner_division {text},
  due {text} NOT NULL,
  search {text} NOT NULL,
  body {text} NOT NULL,
  steps {text} NOT NULL
) {strict};
CREATE INDEX task_due ON task (due, id);
CREATE INDEX task_document ON task (document, due, id);
CREATE INDEX task_owner ON task (owner_post, due, id);
CREATE INDEX task_division ON task (division, due, id);
CREATE INDEX task_owner_division ON task (owner_division, due, id);

-- For each task a row per division that holds it: of its issuer and its owner, and all above those. So a
-- subtree of any size is one range of the key, already in the ledger's order.
CREATE TABLE task_place (
  division {text} NOT NULL,
  due {text} NOT NULL,
  id {text} NOT NULL,
  state {text} NOT NULL,
  PRIMARY KEY (division, due, id)
) {keyed};

CREATE TABLE unit (
  id {text} PRIMARY KEY,
  name {text} NOT NULL,
  division {text} NOT NULL
) {keyed};
CREATE INDEX unit_division ON unit (division, id);

CREATE TABLE post (
  id {text} PRIMARY KEY,
  title {text} NOT NULL,
  unit {text} NOT NULL REFERENCES unit (id)
) {keyed};
CREATE INDEX post_unit ON post (unit, id);

CREATE TABLE appointment (
  post {text} NOT NULL REFERENCES post (id),
  from_day {text} NOT NULL,
  seq {integer} NOT NULL,
  holder {text} NOT NULL,
  PRIMARY KEY (post, from_day, seq)
) {keyed};

CREATE TABLE account (
  id {text} PRIMARY KEY,
  login {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  post {text} NOT NULL REFERENCES post (id),
  roles {text} NOT NULL
) {keyed};
