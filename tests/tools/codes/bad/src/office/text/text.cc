Error one() { return {Fault::missing, "E-TEXT-001", "", "", "", ""}; }
Error two() { return {Fault::missing, "E-TEXT-002", "", "", "", ""}; }
