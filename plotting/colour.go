package plotting

import (
	"fmt"
	"image/color"
	"math"
)

// maxScenarios is the number of colours of the default theme.
const maxScenarios = 6

// okabeIto gives the colours of Okabe and Ito (2008) that show on white, the
// ones furthest apart first. Their yellow and black are left out.
func okabeIto() []color.Color {
	return []color.Color{
		color.NRGBA{R: 0, G: 114, B: 178, A: 255},   // blue
		color.NRGBA{R: 213, G: 94, B: 0, A: 255},    // vermilion
		color.NRGBA{R: 0, G: 158, B: 115, A: 255},   // bluish green
		color.NRGBA{R: 204, G: 121, B: 167, A: 255}, // reddish purple
		color.NRGBA{R: 230, G: 159, B: 0, A: 255},   // orange
		color.NRGBA{R: 86, G: 180, B: 233, A: 255},  // sky blue
	}
}

// quiet is the colour of marks that are there but do not count.
func (t Theme) quiet() color.Color { return mix(t.Muted, t.Background, 0.45) }

// colourOf gives the colour of scenario i.
func colourOf(i int) func(Theme) color.Color {
	return func(t Theme) color.Color { return t.Colours[i] }
}

// inkOn is the ink for a background: nearly black, or nearly white where that
// can be read better.
func inkOn(background color.Color) color.Color {
	dark, light := grey(34), grey(238)
	if contrast(light, background) > contrast(dark, background) {
		return light
	}
	return dark
}

func grey(v uint8) color.Color { return color.NRGBA{R: v, G: v, B: v, A: 255} }

// checkOpaque refuses what cannot be drawn evenly: translucent marks change
// colour where they overlap.
func checkOpaque(field string, c color.Color) error {
	if c == nil {
		return fmt.Errorf("%s is nil: give a colour", field)
	}
	if _, _, _, a := c.RGBA(); a != 0xffff {
		return fmt.Errorf("%s is translucent: give an opaque colour (A: 255), mixed with the background if need be", field)
	}
	return nil
}

// mix blends a colour with another: share 0 is a, 1 is b.
func mix(a, b color.Color, share float64) color.Color {
	x, y := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	part := func(p, q uint8) uint8 { return uint8(math.Round(float64(p)*(1-share) + float64(q)*share)) }
	return color.NRGBA{R: part(x.R, y.R), G: part(x.G, y.G), B: part(x.B, y.B), A: 255}
}

// readable is the shade of a colour in which text can be read on a background:
// mixed with the ink until the contrast is 4.5 to 1, as WCAG asks.
func readable(c, ink, background color.Color) color.Color {
	for share := 0.0; share < 1; share += 0.05 {
		if shade := mix(c, ink, share); contrast(shade, background) >= 4.5 {
			return shade
		}
	}
	return ink
}

// contrast is the ratio of the luminances of two colours by the WCAG formula,
// from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// linear is the light of a channel of sRGB, of 16 bits, as a fraction.
func linear(v uint32) float64 {
	s := float64(v) / 0xffff
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
