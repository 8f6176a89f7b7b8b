"""Localisation: an article and its catalogs give the article in one language."""
