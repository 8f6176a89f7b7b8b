"""The checks: pure functions of a record, or of several, and of the edition it was made from."""
