package plotting

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Figure is a finished page: frame, chart and source. It is made by one of
// the chart functions of this package; its fields may be changed before it is
// saved or drawn, and a figure must not be changed while it is being drawn.
// Text that is too long for a line is wrapped, and the chart makes room for it.
// An empty text takes no room.
type Figure struct {
	Title    string // what the chart shows, as a statement or a question
	Subtitle string // the quantity and its unit
	Note     string // assumptions, and what was left out
	Source   string // publisher and edition of the figures

	Width  vg.Length // of the page; 0: 20 cm
	Height vg.Length // of the page; 0: 11.25 cm, or what the text and the rows of the chart take
	DPI    int       // pixels per inch, 36 or more, also written into the file, so that documents place it at its size; 0: 200
	Theme  Theme     // fonts and colours

	key     []keyEntry
	page    vg.Length // the height at least, if Height is 0
	colours int       // that the chart needs
	chart   chart
}

// A chart fills the part of a page that the frame leaves.
type chart interface {
	// height is what the chart takes at least and would like to have, in a
	// theme and a width.
	height(t Theme, width vg.Length) (least, like vg.Length)
	// width is what the chart takes at least.
	width(t Theme) vg.Length
	// plot gives the chart as a plot to be drawn in a size of at least that
	// height.
	plot(t Theme, size vg.Point) *plot.Plot
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

// Draw draws the figure on a canvas of gonum/plot, as large as the canvas is;
// Width, Height and DPI are not used. It fails if the theme cannot be drawn
// with, if the canvas is too small for text and chart, or if the font lacks a
// letter; only then something has been drawn.
func (f *Figure) Draw(c draw.Canvas) error {
	t, err := f.ready()
	if err != nil {
		return err
	}
	missing := lacking{}
	t.Handler = spelling{t.Handler, missing}
	size := c.Size()
	if err := f.checkWidth(t, size.X); err != nil {
		return err
	}
	fr := newFrame(f, t, size.X)
	least, _ := f.chart.height(t, fr.room())
	if need := fr.chartAbove + fr.chartBelow + least; size.Y < need-0.01 {
		return fmt.Errorf("figure: a height of %.1f cm is too small: text and chart need at least %.1f cm at this width; leave Height 0 for a height that fits", cm(size.Y), roundedUp(need))
	}
	c.SetColor(t.Background)
	c.Fill(c.Path())
	fr.draw(c)
	panel := draw.Canvas{Canvas: c.Canvas, Rectangle: fr.chart(c.Rectangle)}
	f.chart.plot(t, panel.Size()).Draw(panel)
	return missing.err()
}

// ready gives the complete theme of a figure that has something to draw.
func (f *Figure) ready() (Theme, error) {
	if f == nil {
		return Theme{}, errors.New("figure: it is nil: was an error of the function that makes it passed over?")
	}
	if f.chart == nil {
		return Theme{}, errors.New("figure: there is no chart in it: make it with YearReached, Paths, Ranking or Count")
	}
	t, err := f.Theme.filled()
	if err != nil {
		return t, fmt.Errorf("figure: %w", err)
	}
	if f.colours > len(t.Colours) {
		return t, fmt.Errorf("figure: Theme.Colours has %d colours, the chart needs %d: add some or show fewer scenarios", len(t.Colours), f.colours)
	}
	return t, nil
}

// size is the size of the page with its defaults filled in.
func (f *Figure) size() (width, height vg.Length, err error) {
	t, err := f.ready()
	if err != nil {
		return 0, 0, err
	}
	width, height = f.Width, f.Height
	if width == 0 {
		width = usualWidth
	}
	if !isLength(width) || !isLength(height) || width < 0 || height < 0 {
		return 0, 0, fmt.Errorf("figure: Width = %v, Height = %v is no size of a page: give lengths such as 16*vg.Centimeter, or 0", f.Width, f.Height)
	}
	if width > maxSize || height > maxSize {
		return 0, 0, fmt.Errorf("figure: a page of %.3g by %.3g cm is too large: at most %.0f cm", cm(width), cm(height), cm(maxSize))
	}
	if err := f.checkWidth(t, width); err != nil {
		return 0, 0, err
	}
	if height == 0 {
		fr := newFrame(f, t, width)
		least, like := f.chart.height(t, fr.room())
		height = max(f.page, fr.chartAbove+fr.chartBelow+max(least, like))
		if height > maxSize {
			return 0, 0, fmt.Errorf("figure: text and chart need a height of %.0f cm at this width, more than %.0f cm: give a larger Width or shorter texts", cm(height), cm(maxSize))
		}
	}
	return width, height, nil
}

// checkWidth refuses a page on which the chart has no room.
func (f *Figure) checkWidth(t Theme, width vg.Length) error {
	if least := max(leastWidth, f.chart.width(t)+2*pageMargin); width < least-0.01 {
		return fmt.Errorf("figure: a width of %.1f cm is too small: give at least %.1f cm", cm(width), roundedUp(least))
	}
	return nil
}

// cm is a length in centimetres.
func cm(l vg.Length) float64 { return float64(l / vg.Centimeter) }

// roundedUp is a length in centimetres that, written with one decimal, is enough.
func roundedUp(l vg.Length) float64 { return math.Ceil(cm(l)*10-1e-6) / 10 }
