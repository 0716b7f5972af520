package plotting

import (
	"errors"
	"fmt"
	"image/color"
	"reflect"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Theme is the look of a figure. Every field that is zero has the value of
// the default look: dark text in Liberation Sans on white, colours by Okabe and
// Ito that can be told apart with any colour vision. Colours must be opaque.
type Theme struct {
	Handler text.Handler // measures and draws text; nil: plain text in the embedded Liberation fonts
	Font    font.Font    // typeface, variant and style; the size is not used; zero: Liberation Sans

	TitleSize vg.Length // of the title; 0: 14 points
	TextSize  vg.Length // of subtitle, key and labels; 0: 9.5 points
	SmallSize vg.Length // of axes, note and source; 0: 8.5 points

	Background color.Color   // of the page; nil: white
	Ink        color.Color   // of title, names and published figures; nil: nearly black, or nearly white on a dark background
	Muted      color.Color   // of everything that explains; nil: Ink with a quarter of Background
	Rule       color.Color   // of grid lines; nil: Background with a little of Ink
	Tint       color.Color   // of shaded columns; nil: Background with very little of Ink
	Colours    []color.Color // of scenarios, in the order of the arguments; nil: six colours

	// Dashes are the strokes and gaps of projected lines, and Shapes the dots, of
	// scenarios in the order of the arguments, beginning again where there are
	// more scenarios; nil: all are alike. A shape must be a filled one.
	Dashes [][]vg.Length
	Shapes []draw.GlyphDrawer
}

// filled gives the theme with every default filled in, or an error that says
// which field cannot be drawn with.
func (t Theme) filled() (Theme, error) {
	if v := reflect.ValueOf(t.Handler); v.Kind() == reflect.Pointer && v.IsNil() {
		return t, errors.New("Theme.Handler is a nil pointer: leave the field empty for plain text")
	}
	if t.Handler == nil {
		t.Handler = newPlain(font.NewCache(liberation.Collection()))
	}
	if t.Font.Typeface == "" && t.Font.Variant == "" {
		t.Font.Typeface, t.Font.Variant = "Liberation", "Sans"
	}
	for _, size := range []struct {
		name  string
		field *vg.Length
		usual vg.Length
	}{{"TitleSize", &t.TitleSize, 14}, {"TextSize", &t.TextSize, 9.5}, {"SmallSize", &t.SmallSize, 8.5}} {
		if *size.field == 0 {
			*size.field = size.usual
		}
		if !(*size.field >= 1 && *size.field <= 200) {
			return t, fmt.Errorf("%s = %v is no size of text: use a length between 1 and 200 points", "Theme."+size.name, *size.field)
		}
	}
	if t.Background == nil {
		t.Background = grey(255)
	}
	if t.Ink == nil {
		t.Ink = inkOn(t.Background)
	}
	for _, shade := range []struct {
		name  string
		field *color.Color
		usual float64 // share of the background in the ink
	}{
		{"Background", &t.Background, 1}, {"Ink", &t.Ink, 0}, {"Muted", &t.Muted, 0.25}, {"Rule", &t.Rule, 0.845}, {"Tint", &t.Tint, 0.945},
	} {
		if *shade.field == nil {
			*shade.field = mix(t.Ink, t.Background, shade.usual)
		}
		if err := checkOpaque("Theme."+shade.name, *shade.field); err != nil {
			return t, err
		}
	}
	if t.Colours == nil {
		t.Colours = okabeIto()
	}
	if len(t.Dashes) == 0 {
		t.Dashes = [][]vg.Length{{4, 2.5}}
	}
	if len(t.Shapes) == 0 {
		t.Shapes = []draw.GlyphDrawer{draw.CircleGlyph{}}
	}
	for i, shape := range t.Shapes {
		if shape == nil {
			return t, fmt.Errorf("Theme.Shapes[%d] is nil: give a shape, such as draw.BoxGlyph{}", i)
		}
	}
	for i, dash := range t.Dashes {
		if err := checkDash(dash); err != nil {
			return t, fmt.Errorf("Theme.Dashes[%d]: %w", i, err)
		}
	}
	for i, c := range t.Colours {
		if err := checkOpaque(fmt.Sprintf("Theme.Colours[%d]", i), c); err != nil {
			return t, err
		}
	}
	return t, t.checkFonts()
}

// checkDash refuses a dash that cannot be drawn.
func checkDash(dash []vg.Length) error {
	for _, length := range dash {
		if !isLength(length) || length <= 0 {
			return fmt.Errorf("%v is no length of a stroke or gap: give lengths above 0", length)
		}
	}
	if len(dash)%2 != 0 {
		return fmt.Errorf("%d lengths are no strokes and gaps: give a gap for each stroke, or none for a solid line", len(dash))
	}
	return nil
}

// The weights of text. They have the values of golang.org/x/image/font, whose
// type font.Font uses, and are untyped so that this package need not depend on it.
const (
	normal = 0
	bold   = 3
)

// checkFonts makes sure that the fonts exist, because drawing with one that
// does not is a crash.
func (t Theme) checkFonts() error {
	if t.Font.Weight < -3 || t.Font.Weight > 5 || t.Font.Style < 0 || t.Font.Style > 2 {
		return fmt.Errorf("Theme.Font: Weight = %d, Style = %d is no weight or style of a font: use those of golang.org/x/image/font, or 0", t.Font.Weight, t.Font.Style)
	}
	cache := t.Handler.Cache()
	regular, heavy := t.Font, t.Font
	regular.Weight, heavy.Weight = normal, bold
	for _, f := range []font.Font{regular, heavy} {
		if cache == nil || !cache.Has(f) {
			return fmt.Errorf("Theme.Font: there is no font %q: add it to the cache of Theme.Handler, or leave Font empty for Liberation Sans", f.Name())
		}
	}
	return nil
}

// style is a text style of the theme.
func (t Theme) style(size vg.Length, c color.Color) text.Style {
	return text.Style{Color: c, Font: font.From(t.Font, size), Handler: t.Handler}
}

func (t Theme) title() text.Style {
	s := t.style(t.TitleSize, t.Ink)
	s.Font.Weight = bold
	return s
}

func (t Theme) label(c color.Color) text.Style { return t.style(t.TextSize, c) }
func (t Theme) small(c color.Color) text.Style { return t.style(t.SmallSize, c) }
