package plotting

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

func TestPieces(t *testing.T) {
	kerned := func(s string) vg.Length { return letters(s) - vg.Length(strings.Count(s, "P."))/2 }
	for _, tc := range []struct {
		line string
		want []piece
	}{
		{"", []piece{{"", 0}}},
		{"Türkiye", []piece{{"Türkiye", 0}}},
		{"GDP. üP.", []piece{{"GDP", 0}, {". üP", 2.5}, {".", 6}}},
	} {
		if diff := cmp.Diff(tc.want, pieces(tc.line, kerned), cmp.AllowUnexported(piece{})); diff != "" {
			t.Errorf("pieces(%q) (-want +got):\n%s", tc.line, diff)
		}
	}
}

// TestTextHasItsWidth draws text with many kerned pairs at several resolutions
// and looks where its ink ends.
func TestTextHasItsWidth(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	const line = "P.P.P.P.AVAVAVToToTo|"
	style := theme.label(theme.Ink)
	for _, dpi := range []int{72, 144, 600} {
		canvas := vgimg.NewWith(vgimg.UseWH(250, 20), vgimg.UseDPI(dpi))
		write(draw.New(canvas), line, style, draw.XLeft, 10, 5)
		image, end := canvas.Image(), 0
		for x := range image.Bounds().Dx() {
			for y := range image.Bounds().Dy() {
				if r, _, _, _ := image.At(x, y).RGBA(); r < 0xc000 {
					end = x
				}
			}
		}
		got, want := vg.Length(end)*72/vg.Length(dpi), 10+style.Width(line)
		if got > want || got < want-2.5 { // the bar has an empty margin
			t.Errorf("at %d dpi the text ends at %.1f points, measured %.1f", dpi, got, want)
		}
	}
}
