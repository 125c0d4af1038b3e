// See docs/page.md.
