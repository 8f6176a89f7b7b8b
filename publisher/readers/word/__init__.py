"""Word files from outside: opened safely, and read as articles whoever wrote them."""
