package plotting

import (
	"bytes"
	"testing"
)

// checkSturdy draws a figure on every page, on which everything must be legible,
// on the narrowest, and in every theme.
func checkSturdy(t *testing.T, name string, f *Figure) {
	t.Helper()
	one := *f
	for _, page := range []Page{AnyPage, Report, Slide, Square} {
		one.Page = page
		if err := legible(&one); err != nil {
			t.Errorf("%s, page %d: %v", name, page, err)
		}
	}
	one.Page, one.Width = AnyPage, leastPage(themeOf(t, f), f.chart)
	if err := legible(&one); err != nil {
		t.Errorf("%s on the narrowest page: %v", name, err)
	}
	for theme, look := range themes {
		one := *f
		one.Theme, one.DPI = look(), leastDPI
		if err := one.Encode(&bytes.Buffer{}, "png"); err != nil {
			t.Errorf("%s, theme %s: %v", name, theme, err)
		}
	}
}

// themeOf is the complete theme of a figure.
func themeOf(t testing.TB, f *Figure) Theme {
	t.Helper()
	theme, err := f.Theme.filled()
	if err != nil {
		t.Fatal(err)
	}
	return theme
}
