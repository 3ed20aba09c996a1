"""From the Markdown pages to the HTML wiki: built beside by MkDocs or Zensical, then put in the old one's place."""
