-- The log and what belongs to it. Never rebuilt.
CREATE TABLE meta (
  name {text} PRIMARY KEY,
  value {text} NOT NULL
) {keyed};

CREATE TABLE event (
  seq {integer} PRIMARY KEY,
  stream {text} NOT NULL,
  stream_version {integer} NOT NULL,
  kind {text} NOT NULL,
  at {integer} NOT NULL,
  account {text} NOT NULL,
  actor_name {text} NOT NULL,
  post_title {text} NOT NULL,
  division {text} NOT NULL,
  format {integer} NOT NULL,
  body {text} NOT NULL,
  stream_hash {blob} NOT NULL,
  hash {blob} NOT NULL,
  UNIQUE (stream, stream_version)
) {strict};

CREATE TABLE log_head (
  id {integer} PRIMARY KEY CHECK (id = 1),
  seq {integer} NOT NULL,
  hash {blob} NOT NULL
) {strict};

CREATE TABLE stream (
  stream {text} PRIMARY KEY,
  version {integer} NOT NULL,
  hash {blob} NOT NULL
) {keyed};

CREATE TABLE command (
  account {text} NOT NULL,
  key {text} NOT NULL,
  digest {text} NOT NULL,
  stream {text} NOT NULL,
  version {integer} NOT NULL,
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  PRIMARY KEY (account, key)
) {keyed};

-- Kept things that are no events: bytes, secrets, sessions, reference data.
CREATE TABLE kept_bytes (
  digest {text} PRIMARY KEY,
  bytes {blob} NOT NULL
) {strict};

CREATE TABLE secret (
  account {text} PRIMARY KEY,
  secret {text} NOT NULL
) {keyed};

CREATE TABLE session (
  token_digest {text} PRIMARY KEY,
  account {text} NOT NULL,
  expires {integer} NOT NULL
) {keyed};
CREATE INDEX session_expires ON session (expires);

CREATE TABLE division (
  code {text} PRIMARY KEY,
  name {text} NOT NULL,
  level {integer} NOT NULL,
  parent {text} NOT NULL,
  children {integer} NOT NULL
) {keyed};
CREATE INDEX division_parent ON division (parent, code);
CREATE INDEX division_name ON division (level, name, code);
CREATE INDEX division_level ON division (level, code);

INSERT INTO log_head (id, seq, hash) VALUES (1, 0, {zero_hash});
