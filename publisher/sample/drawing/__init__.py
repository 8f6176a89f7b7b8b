"""How the sample's graphics are drawn: words from `labels.toml`, type measured with its fonts."""
