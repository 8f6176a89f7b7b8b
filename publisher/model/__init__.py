"""The canonical article: frozen values that every reader makes and every exporter takes."""
