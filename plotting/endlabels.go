package plotting

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// EndLabels are the names of lines, right of the panel at the height where each
// line ends. Labels that would touch are moved apart; of those that want one
// place the first stands lowest. Where there is no room for all, the least
// important are left out, as are those that would be moved further than their
// Leash, and "12 of 31 labelled" is said below the others. They implement
// [plot.Plotter], and [plot.GlyphBoxer] to make the room at the right, and work in
// any plot.
type EndLabels struct {
	Labels []EndLabel // in the order in which they stand where they want one place, from the lowest up
	Beyond vg.Length  // by which labels may stand above and below the panel
	Note   text.Style // of "12 of 31 labelled"; zero: that of the labels of the vertical axis
}

// An EndLabel is the name of one line.
type EndLabel struct {
	XY     plotter.XY     // where the line ends, or leaves the panel; one that is not a number has no label
	Text   string         // the name; a line feed begins a new line
	Style  text.Style     // without a Handler: that of the labels of the vertical axis, in the Color and Font.Size given
	Leader draw.LineStyle // from the end of the line to a label that was moved; zero: thin, in the colour of the text
	Rank   int            // importance: the highest rank is left out first; among equals the last one
	Leash  vg.Length      // how far it may be moved before it is left out; 0: as far as it takes
}

const (
	endGap     vg.Length = 14 // between the panel and the labels
	endOverlap vg.Length = 8  // by which labels of our charts may stand above and below the panel
)

// lines are those of the text.
func (e EndLabel) lines() []string { return strings.Split(e.Text, "\n") }

// height is that of the lines and a gap to the next label.
func (e EndLabel) height() vg.Length { return vg.Length(len(e.lines()))*leading(e.Style) + 3 }

// height is what all labels take one below the other.
func (es *EndLabels) height() vg.Length {
	var h vg.Length
	for _, e := range es.Labels {
		h += e.height()
	}
	return h
}

// styled gives the labels that have a place, with their styles filled in, and the
// style of the note.
func (es *EndLabels) styled(p *plot.Plot) (labels []EndLabel, note text.Style) {
	or := func(s text.Style) text.Style {
		if s.Handler != nil {
			return s
		}
		full := p.Y.Tick.Label
		if s.Color != nil {
			full.Color = s.Color
		}
		if s.Font.Size > 0 {
			full.Font.Size = s.Font.Size
		}
		return full
	}
	for _, e := range es.Labels {
		if at := e.XY.X + e.XY.Y; math.IsNaN(at) || math.IsInf(at, 0) {
			continue
		}
		e.Style = or(e.Style)
		if e.Leader.Width == 0 {
			e.Leader = solid(e.Style.Color, 0.5)
		}
		labels = append(labels, e)
	}
	return labels, or(es.Note)
}

// Plot places the labels as near to the ends of their lines as they can be
// without touching, and connects those that were moved.
func (es *EndLabels) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	labels, style := es.styled(p)
	wants := make([]label, len(labels))
	for i, e := range labels {
		wants[i] = label{want: y(e.XY.Y), size: e.height(), rank: e.Rank, leash: e.Leash}
	}
	low, left := c.Min.Y-es.Beyond, c.Max.X+endGap
	places := spread(wants, low, c.Max.Y+es.Beyond)
	if dropped(places) > 0 {
		said := es.note(labels, len(labels)-dropped(places), style)
		foot := vg.Length(len(said)) * leading(style)
		places = spread(wants, low+foot, c.Max.Y+es.Beyond)
		said = es.note(labels, len(labels)-dropped(places), style)
		block(c, said, style, left, low+foot-ascent(style))
	}
	for i, at := range places {
		if !at.shown {
			continue
		}
		e := labels[i]
		end := vg.Point{X: min(max(x(e.XY.X), c.Min.X), c.Max.X), Y: min(max(y(e.XY.Y), c.Min.Y), c.Max.Y)}
		if moved := at.at - end.Y; moved > 2 || moved < -2 || end.X < c.Max.X-1 {
			c.StrokeLine2(e.Leader, end.X+1.5, end.Y, left-2, at.at)
		}
		first := at.at + vg.Length(len(e.lines())-1)*leading(e.Style)/2 - capHeight(e.Style)/2
		block(c, e.lines(), e.Style, left, first)
	}
}

// note says how many labels are shown, in lines as wide as the labels are.
func (es *EndLabels) note(labels []EndLabel, shown int, style text.Style) []string {
	return wrap(fmt.Sprintf("%d of %d labelled", shown, len(labels)), endWidth(labels, style), style.Width)
}

// endWidth is what labels take beside the panel, with room for the longest word of
// the note.
func endWidth(labels []EndLabel, note text.Style) vg.Length {
	most := note.Width("labelled")
	for _, e := range labels {
		most = max(most, widest(e.lines(), e.Style))
	}
	return most
}

// GlyphBoxes is the room of the labels right of the panel.
func (es *EndLabels) GlyphBoxes(p *plot.Plot) []plot.GlyphBox {
	labels, note := es.styled(p)
	if len(labels) == 0 {
		return nil
	}
	return []plot.GlyphBox{{X: 1, Rectangle: rect(0, 0, endGap+endWidth(labels, note), 0)}}
}
