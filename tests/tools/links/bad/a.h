// See docs/page.md.
// See docs/gone.md.
