package plotting

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

func TestPDFCanvas(t *testing.T) {
	var line, shape, empty vg.Path
	line.Move(vg.Point{X: 1, Y: 2})
	line.Line(vg.Point{X: 3, Y: 4})
	shape.Line(vg.Point{}) // a path may begin with any step
	shape.QuadTo(vg.Point{X: 3}, vg.Point{X: 3, Y: 3})
	shape.CubeTo(vg.Point{X: 1, Y: 1}, vg.Point{X: 2, Y: 2}, vg.Point{Y: 3})
	shape.Close()
	for _, tc := range []struct {
		name string
		draw func(*pdfCanvas)
		want string
	}{
		{"line", func(c *pdfCanvas) { c.Stroke(line) }, "1 2 m 3 4 l S"},
		// The control points of a quadratic curve lie two thirds of the way to its one.
		{"shape", func(c *pdfCanvas) { c.Fill(shape) }, "0 0 m 2 0 3 1 3 3 c 1 1 2 2 0 3 c h f"},
		{"no line", func(c *pdfCanvas) { c.SetLineWidth(0); c.Stroke(line) }, "0 w"},
		{"no path", func(c *pdfCanvas) { c.Stroke(empty); c.Fill(empty) }, ""},
		{"width of before", func(c *pdfCanvas) { c.Push(); c.SetLineWidth(0); c.Pop(); c.Stroke(line) }, "q 0 w Q 1 2 m 3 4 l S"},
		{"dashes", func(c *pdfCanvas) { c.SetLineDash([]vg.Length{1, 0.5}, 2) }, "[ 1 0.5 ] 2 d"},
		{"black", func(c *pdfCanvas) { c.SetColor(nil) }, "0 0 0 rg 0 0 0 RG"},
		{"translucent", func(c *pdfCanvas) {
			c.Push()
			c.SetColor(color.NRGBA{R: 255, A: 51})
			c.SetColor(color.NRGBA{B: 255, A: 51})
			c.Pop()
			c.SetColor(color.NRGBA{G: 255, A: 255})
		}, "q 1 0 0 rg 1 0 0 RG /A13107 gs 0 0 1 rg 0 0 1 RG Q 0 1 0 rg 0 1 0 RG"}, // 13107 of 65535 is a fifth, as 51 of 255
		{"moved", func(c *pdfCanvas) { c.Translate(vg.Point{X: 1, Y: 2}); c.Scale(2, 3) }, "1 0 0 1 1 2 cm 2 0 0 3 0 0 cm"},
		{"turned", func(c *pdfCanvas) { c.Rotate(math.Pi / 2) }, "0 1 -1 0 0 0 cm"},
		{"no text", func(c *pdfCanvas) { c.FillString(usualFace(t), vg.Point{}, "") }, ""},
		// "P." is kerned: of 2048 units P is 1366 wide, a 1139, and the full stop
		// stands 264 nearer, so it is at 1 + (2*1366 + 1139 - 264) / 2048 * 10.
		{"text", func(c *pdfCanvas) { c.FillString(usualFace(t), vg.Point{X: 1, Y: 2}, "PaP.") }, "BT /F0 10 Tf 1 0 0 1 1 2 Tm <000100020001> Tj 1 0 0 1 18.6123 2 Tm <0003> Tj ET"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newPDFCanvas()
			c.content.Reset()
			tc.draw(c)
			got := strings.Join(strings.Fields(c.content.String()), " ")
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("content (-want +got):\n%s", diff)
			}
		})
	}
}

// Curves stay within 0.03 % of the radius of the arcs they stand for.
func TestBends(t *testing.T) {
	for _, angle := range []float64{0.1, math.Pi / 2, 2, -3, 2 * math.Pi, -2 * math.Pi} {
		var p vg.Path
		centre := vg.Point{X: 5, Y: 7}
		p.Arc(centre, 2, 0.3, angle)
		from := arcPoint(p[0], 0)
		for _, b := range bends(p[0]) {
			for i := range 11 {
				s := vg.Length(i) / 10
				u := 1 - s
				at := from.Scale(u * u * u).Add(b[0].Scale(3 * u * u * s)).Add(b[1].Scale(3 * u * s * s)).Add(b[2].Scale(s * s * s)).Sub(centre)
				if r := math.Hypot(float64(at.X), float64(at.Y)); math.Abs(r-2) > 0.0003*2 {
					t.Errorf("angle %v: %v from the centre, want 2", angle, r)
				}
			}
			from = b[2]
		}
		end := from.Sub(arcPoint(p[0], angle))
		if math.Hypot(float64(end.X), float64(end.Y)) > 1e-9 {
			t.Errorf("angle %v: ends %v beside the arc", angle, end)
		}
	}
}
