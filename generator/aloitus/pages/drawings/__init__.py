"""Drawings made on the server: SVG and HTML from plain values, with words beside or behind each."""
