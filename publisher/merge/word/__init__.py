"""Reading an edited Word file, whoever saved it, as paragraphs of anchored text."""
