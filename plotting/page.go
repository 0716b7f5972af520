package plotting

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
)

// A Page is what a figure is for. It decides the size of the figure where Width
// and Height leave it open.
type Page uint8

const (
	AnyPage Page = iota // 20 cm wide, or wider if the chart needs it, and as high as it needs
	Report              // 16 cm wide, the column of a report, and as high as the chart needs
	Slide               // 16:9, 20 by 11.25 cm, or larger in this ratio if the chart needs it; its text is then smaller on the screen
	Square              // 1:1, 16 by 16 cm, or larger in this ratio if the chart needs it
)

// A format is the size of a page.
type format struct {
	width vg.Length
	ratio vg.Length // of width to height; 0: the height fits the chart
}

// format gives the size of a page; false: there is no such page.
func (p Page) format() (format, bool) {
	switch p {
	case AnyPage:
		return format{width: usualWidth}, true
	case Report:
		return format{width: 16 * vg.Centimeter}, true
	case Slide:
		return format{width: 20 * vg.Centimeter, ratio: 16.0 / 9}, true
	case Square:
		return format{width: 16 * vg.Centimeter, ratio: 1}, true
	}
	return format{}, false
}

// The size of a page, its resolution and the limits where none is given.
const (
	usualWidth  = 20 * vg.Centimeter
	usualHeight = 11.25 * vg.Centimeter
	usualDPI    = 200
	leastDPI    = 36
	maxPixels   = 100_000_000
	leastWidth  = 6 * vg.Centimeter
	maxSize     = 200 * vg.Centimeter // width and height
)

// Size is the size of the page as it is saved: Width and Height with what the page
// and the chart fill in.
func (f *Figure) Size() (width, height vg.Length, err error) {
	t, chart, err := f.ready()
	if err != nil {
		return 0, 0, err
	}
	usual, ok := f.Page.format()
	if !ok {
		return 0, 0, fmt.Errorf("figure: Page = %d is no page: use AnyPage, Report, Slide or Square", f.Page)
	}
	width, height = f.Width, f.Height
	if !isLength(width) || !isLength(height) || width < 0 || height < 0 {
		return 0, 0, fmt.Errorf("figure: Width = %v, Height = %v is no size of a page: give lengths such as 16*vg.Centimeter, or 0", f.Width, f.Height)
	}
	grow := width == 0 && height == 0 && usual.ratio > 0
	if width == 0 {
		width = usual.width
	}
	if f.Page == AnyPage && f.Width == 0 {
		width = max(width, leastPage(t, chart))
	}
	if width > maxSize || height > maxSize {
		return 0, 0, fmt.Errorf("figure: a page of %.3g by %.3g cm is too large: at most %.0f cm", cm(width), cm(height), cm(maxSize))
	}
	need := func() vg.Length {
		fr := newFrame(f, t, width)
		least, like := chart.height(t, fr.room())
		if grow { // a page as large as a chart would like would make its text small
			like = (least + like) / 2
		}
		return fr.chartAbove + fr.chartBelow + max(least, like)
	}
	if grow {
		width = max(width, leastPage(t, chart))
		height = width / usual.ratio
		for n := need(); height < n && width <= maxSize; n = need() {
			width *= max(1.02, vg.Length(math.Pow(float64(n/height), 0.25))) // a wider page needs less height
			height = width / usual.ratio
		}
	}
	if err := checkWidth(t, chart, width); err != nil {
		return 0, 0, err
	}
	if height == 0 {
		height = max(f.least, need())
	}
	if width > maxSize || height > maxSize {
		return 0, 0, fmt.Errorf("figure: text and chart need a height of %.0f cm at this width, more than %.0f cm: give a larger Width or shorter texts", cm(height), cm(maxSize))
	}
	return width, height, nil
}

// leastPage is the width of a page on which a chart has room.
func leastPage(t Theme, c chart) vg.Length { return max(leastWidth, c.width(t)+2*pageMargin) }

// checkWidth refuses a page on which the chart has no room.
func checkWidth(t Theme, c chart, width vg.Length) error {
	if least := leastPage(t, c); width < least-0.01 {
		return fmt.Errorf("figure: a width of %.1f cm is too small: give at least %.1f cm", cm(width), roundedUp(least))
	}
	return nil
}

// cm is a length in centimetres.
func cm(l vg.Length) float64 { return float64(l / vg.Centimeter) }

// roundedUp is a length in centimetres that, written with one decimal, is enough.
func roundedUp(l vg.Length) float64 { return math.Ceil(cm(l)*10-1e-6) / 10 }
