"""Word files read back as what they are: a ZIP archive of XML."""
