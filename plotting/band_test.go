package plotting

import (
	"image/color"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

func TestBandParts(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	at := func(x float64) BandPoint { return BandPoint{x, 1, 2} }
	for _, tc := range []struct {
		name   string
		points []BandPoint
		want   [][]BandPoint
	}{
		{"none", nil, nil},
		{"one", []BandPoint{at(1)}, [][]BandPoint{{at(1)}}},
		{"no gap", []BandPoint{at(1), at(2)}, [][]BandPoint{{at(1), at(2)}}},
		{"a gap", []BandPoint{at(1), at(2), {3, nan, 2}, at(4), at(5)}, [][]BandPoint{{at(1), at(2)}, {at(4), at(5)}}},
		{"gaps at the ends", []BandPoint{{0, 1, inf}, {nan, 1, 2}, at(1), {2, -inf, 2}}, [][]BandPoint{{at(1)}}},
		{"only gaps", []BandPoint{{0, nan, nan}, {1, nan, nan}}, nil},
	} {
		band := Band{Points: tc.points}
		if diff := cmp.Diff(tc.want, band.parts()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// A band covers the area between its lines and nothing else, in a plot without
// axes whose panel is the whole image of 100 by 100 pixels.
func TestBandCovers(t *testing.T) {
	p := plot.New()
	p.HideAxes()
	p.X.Padding, p.Y.Padding = 0, 0
	p.Add(&Band{Points: []BandPoint{{0, 2, 6}, {4, 2, 6}, {5, math.NaN(), 6}, {6, 2, 6}, {10, 2, 6}}, Color: color.Black})
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 10, 0, 10
	image := vgimg.NewWith(vgimg.UseWH(100, 100), vgimg.UseDPI(72))
	p.Draw(draw.New(image))
	for _, tc := range []struct {
		x, y int // from the top left corner
		want bool
	}{
		{1, 41, true}, {20, 60, true}, {20, 78, true}, {20, 38, false}, {20, 82, false},
		{39, 60, true}, {50, 60, false}, {61, 60, true}, {98, 60, true},
	} {
		r, _, _, _ := image.Image().At(tc.x, tc.y).RGBA()
		if got := r < 0x8000; got != tc.want {
			t.Errorf("at (%d, %d): ink %v, want %v", tc.x, tc.y, got, tc.want)
		}
	}
}

// In a legend a band fills its place; one without a colour does not.
func TestBandThumbnail(t *testing.T) {
	var _ plot.Thumbnailer = &Band{}
	for _, tc := range []struct {
		band Band
		want uint32
	}{{Band{}, 0xffff}, {Band{Color: color.Black}, 0}} {
		image := vgimg.NewWith(vgimg.UseWH(10, 10), vgimg.UseDPI(72), vgimg.UseBackgroundColor(color.White))
		place := draw.Canvas{Canvas: image, Rectangle: vg.Rectangle{Max: vg.Point{X: 10, Y: 10}}}
		tc.band.Thumbnail(&place)
		if r, _, _, _ := image.Image().At(5, 5).RGBA(); r != tc.want {
			t.Errorf("%v: shade %#x, want %#x", tc.band, r, tc.want)
		}
	}
}
