"""Widgets, map tools and what stands behind them; imports nothing of Processing."""
