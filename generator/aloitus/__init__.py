"""Docs-as-code for client onboarding at accounting firms."""

__version__ = "0.1.0"
