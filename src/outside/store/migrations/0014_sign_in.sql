-- What a session's owner is shown of it, and passwords that another gave (decision 0018). Whoever was signed in
-- signs in again: of those sessions nothing is known.
DELETE FROM session;
ALTER TABLE session ADD COLUMN id {text} NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN opened {integer} NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN address {text} NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN client {text} NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN entry {text} NOT NULL DEFAULT '';
CREATE INDEX session_account ON session (account, opened);

-- 0: chosen by the owner; else the last instant at which the given password opens the door.
ALTER TABLE secret ADD COLUMN given_until {integer} NOT NULL DEFAULT 0;
