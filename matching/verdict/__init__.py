"""Whether an offer suits a household, why, and how well. No database, no Django: facts in, sentences out."""

# Grows with any change of what the predicates or the terms say: proposals remember theirs.
RULES_VERSION = 2
