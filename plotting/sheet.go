package plotting

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sheet is a figure that is laid out for a page of a size.
type sheet struct {
	frame   frame
	panels  []panel
	missing lacking
}

// sheet lays the figure out. It fails if there is no room.
func (f *Figure) sheet(size vg.Point) (*sheet, error) {
	t, chart, err := f.ready()
	if err != nil {
		return nil, err
	}
	missing := lacking{}
	t.Handler = spelling{t.Handler, missing}
	if err := checkWidth(t, chart, size.X); err != nil {
		return nil, err
	}
	fr := newFrame(f, t, size.X)
	least, _ := chart.height(t, fr.room())
	if need := fr.chartAbove + fr.chartBelow + least; size.Y < need-0.01 {
		return nil, fmt.Errorf("figure: a height of %.1f cm is too small: text and chart need at least %.1f cm at this width; leave Height 0 for a height that fits, give a larger Width, or run fewer members (Options.Members)", cm(size.Y), roundedUp(need))
	}
	panels := chart.panels(t, fr.chart(vg.Rectangle{Max: size}).Size())
	for _, one := range panels {
		one.plot.BackgroundColor = nil // that of the sheet is there already
		if err := f.adjust(Panel{one.name, one.plot}); err != nil {
			return nil, err
		}
	}
	return &sheet{fr, panels, missing}, nil
}

// draw draws all but the background. It fails if the font lacks a letter.
func (s *sheet) draw(c draw.Canvas) error {
	s.frame.draw(c)
	corner := s.frame.chart(c.Rectangle).Min
	for _, one := range s.panels {
		one.plot.Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{Min: corner.Add(one.box.Min), Max: corner.Add(one.box.Max)}})
	}
	return s.missing.err()
}
