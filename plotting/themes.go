package plotting

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Light is the default look, which the zero Theme has too: dark text on white.
func Light() Theme { return Theme{Background: grey(255), Colours: okabeIto()} }

// Dark is light text on a dark page, for screens.
func Dark() Theme {
	return Theme{
		Background: color.NRGBA{R: 20, G: 24, B: 31, A: 255},
		Colours: []color.Color{
			color.NRGBA{R: 86, G: 180, B: 233, A: 255},  // sky blue
			color.NRGBA{R: 230, G: 159, B: 0, A: 255},   // orange
			color.NRGBA{R: 0, G: 158, B: 115, A: 255},   // bluish green
			color.NRGBA{R: 204, G: 121, B: 167, A: 255}, // reddish purple
			color.NRGBA{R: 240, G: 228, B: 66, A: 255},  // yellow
			color.NRGBA{R: 213, G: 94, B: 0, A: 255},    // vermilion
		},
	}
}

// Print is for paper that may be copied without colour: scenarios differ in
// lightness, in the dashes of their lines and in the shape of their dots.
func Print() Theme {
	return Theme{
		Background: grey(255),
		Ink:        grey(0),
		Colours: []color.Color{ // from dark to light: 1, 4, 3, 2, 5, 6
			color.NRGBA{R: 25, G: 12, B: 107, A: 255},  // navy
			color.NRGBA{R: 165, G: 116, B: 44, A: 255}, // ochre
			color.NRGBA{R: 16, G: 101, B: 126, A: 255}, // petrol
			color.NRGBA{R: 83, G: 56, B: 34, A: 255},   // brown
			color.NRGBA{R: 88, G: 156, B: 246, A: 255}, // light blue
			color.NRGBA{R: 225, G: 185, B: 0, A: 255},  // gold
		},
		Dashes: [][]vg.Length{{4, 2.5}, {8, 3}, {1.6, 1.6}, {8, 2, 1.6, 2}, {2.5, 4}, {12, 3}},
		Shapes: []draw.GlyphDrawer{draw.CircleGlyph{}, polygon{4, 0.5}, polygon{3, 0}, polygon{4, 0}, polygon{3, 0.5}, polygon{6, 0.5}},
	}
}
