-- The paper that a matter to be conveyed is about (source::paper_of), so that it is registered once.
ALTER TABLE conveyance ADD COLUMN paper {text} NOT NULL DEFAULT '';
CREATE INDEX conveyance_paper ON conveyance (division, paper);
