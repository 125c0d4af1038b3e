Error one() { return {Fault::missing, "E-TEXT-001", "", "", "", ""}; }
// E-TEXT-999 in a comment is not said.
