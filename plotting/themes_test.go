package plotting

import (
	"bytes"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

var themes = map[string]func() Theme{"Light": Light, "Print": Print, "Dark": Dark}

// sights are what light of red, green and blue becomes in eyes that lack one
// kind of cone: Machado, Oliveira and Fernandes (2009), table of severity 1.0,
// for linear RGB.
var sights = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

// seen is a colour in CIE L*a*b*, for daylight, as an eye sees it.
func seen(c color.Color, sight [3][3]float64) (lab [3]float64) {
	r, g, b, _ := c.RGBA()
	var light, through [3]float64
	for i, v := range []uint32{r, g, b} {
		light[i] = linear(v)
	}
	for i, row := range sight {
		for j, v := range light {
			through[i] += row[j] * v
		}
		through[i] = min(max(through[i], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	// sRGB to XYZ, over the white of daylight (IEC 61966-2-1).
	x := f((0.4124*through[0] + 0.3576*through[1] + 0.1805*through[2]) / 0.9505)
	y := f(0.2126*through[0] + 0.7152*through[1] + 0.0722*through[2])
	z := f((0.0193*through[0] + 0.1192*through[1] + 0.9505*through[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Any two scenarios differ to any eye. A distance of 2.3 is just noticed side by
// side (Mahy and others 1994); lines apart from each other need much more.
func TestColoursDifferToAnyEye(t *testing.T) {
	least := map[string]float64{"Light": 17, "Print": 38, "Dark": 16}
	for name, theme := range themes {
		colours := theme().Colours
		if len(colours) != maxScenarios {
			t.Errorf("%s has %d colours, want %d", name, len(colours), maxScenarios)
		}
		for eye, sight := range sights {
			for i, a := range colours {
				for j, b := range colours[:i] {
					x, y := seen(a, sight), seen(b, sight)
					if d := math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2]); d < least[name] {
						t.Errorf("%s, %s: colours %d and %d are %.1f apart, want at least %v", name, eye, j, i, d, least[name])
					}
				}
			}
		}
	}
}

// In a copy without colour the scenarios of Print still differ, by ten steps of
// lightness at least, and where two are next to each other by dash and shape.
func TestPrintDiffersWithoutColour(t *testing.T) {
	theme, err := Print().filled()
	if err != nil {
		t.Fatal(err)
	}
	var lightness []float64
	for _, c := range theme.Colours {
		lightness = append(lightness, seen(c, sights["all cones"])[0])
	}
	sorted := slices.Sorted(slices.Values(lightness))
	for i := range sorted[1:] {
		if step := sorted[i+1] - sorted[i]; step < 10 {
			t.Errorf("a step of lightness is %.1f, want at least 10", step)
		}
	}
	for i := range theme.Dashes {
		for j := range i {
			if theme.Shapes[i] == theme.Shapes[j] {
				t.Errorf("scenarios %d and %d have the same shape", j, i)
			}
			if slices.Equal(theme.Dashes[i], theme.Dashes[j]) {
				t.Errorf("scenarios %d and %d have the same dash", j, i)
			}
		}
	}
}

// Everything that is written can be read: 4.5 to 1 as WCAG asks of text. Lines
// and dots are larger and stand at 1.8 to 1 at least.
func TestThemesAreLegible(t *testing.T) {
	for name, theme := range themes {
		th, err := theme().filled()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []color.Color{th.Ink, th.Muted} {
			if got := contrast(c, th.Background); got < 4.5 {
				t.Errorf("%s: text has contrast %.1f", name, got)
			}
		}
		for i, c := range th.Colours {
			if got := contrast(c, th.Background); got < 1.8 {
				t.Errorf("%s: colour %d has contrast %.1f", name, i, got)
			}
			if got := contrast(readable(c, th.Ink, th.Background), th.Background); got < 4.5 {
				t.Errorf("%s: text in colour %d has contrast %.1f", name, i, got)
			}
		}
	}
}

func TestThemeMarkErrors(t *testing.T) {
	for _, tc := range []struct {
		change func(*Theme)
		want   string
	}{
		{func(th *Theme) { th.Dashes = [][]vg.Length{{4, 2}, {0, 1}} }, "Theme.Dashes[1]: 0 is no length"},
		{func(th *Theme) { th.Dashes = [][]vg.Length{{4}} }, "Theme.Dashes[0]: 1 lengths are no strokes and gaps"},
		{func(th *Theme) { th.Dashes = [][]vg.Length{{vg.Length(math.NaN()), 1}} }, "Theme.Dashes[0]: NaN is no length"},
		{func(th *Theme) { th.Shapes = []draw.GlyphDrawer{nil} }, "Theme.Shapes[0] is nil"},
	} {
		f := small(t)
		tc.change(&f.Theme)
		if err := f.Encode(&bytes.Buffer{}, "png"); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("error %v, want %q", err, tc.want)
		}
	}
}
