"""Raw lines → Plan → Passages: noise out, lines joined, headings, tables, and what the document says about itself."""
