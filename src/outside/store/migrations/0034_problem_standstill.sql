-- The days on which a problem stands still, or did until somebody resumed it: counted apart on lists and in figures.
ALTER TABLE problem ADD COLUMN suspended_from {text};
ALTER TABLE problem ADD COLUMN suspended_until {text};
