"""The model, one file per part: `config`, `tokens` (bands to tokens), `positions`, `encoder` (the shared
Transformer), `ofa` (joins them) and `heads`. Knows torch and what bands mean; no files, no scenes, no tiles.

Shapes are in the names: B batch, C bands, H rows, W columns, P patch side, N tokens, D feature width.
"""
