package plotting

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sideBySide is a chart of several charts side by side, or one below the other
// on a narrow page, each under a heading.
type sideBySide []headed

// A headed is a chart of one panel under a heading.
type headed struct {
	heading string
	chart   chart
}

const (
	sideGap   vg.Length = 22  // between two charts side by side
	stackGap  vg.Length = 14  // between two charts one below the other
	sidePanel vg.Length = 185 // width of a chart from which it can stand beside another
	headGap   vg.Length = 4   // between a heading and its chart
)

// sideBoxes are the places of n charts in a size, from the left or from the top:
// side by side if each is as wide as wanted.
func sideBoxes(n int, size vg.Point, want vg.Length) []vg.Rectangle {
	boxes := make([]vg.Rectangle, n)
	for i := range boxes {
		if width := sideWidth(n, size.X, want); width < size.X || n == 1 {
			left := vg.Length(i) * (width + sideGap)
			boxes[i] = rect(left, 0, left+width, size.Y)
		} else {
			height := (size.Y - vg.Length(n-1)*stackGap) / vg.Length(n)
			foot := vg.Length(n-1-i) * (height + stackGap)
			boxes[i] = rect(0, foot, width, foot+height)
		}
	}
	return boxes
}

// sideWidth is the width of each of n charts: a part of the whole if that is as
// wide as wanted, otherwise all of it.
func sideWidth(n int, whole, want vg.Length) vg.Length {
	if width := (whole - vg.Length(n-1)*sideGap) / vg.Length(n); width >= want {
		return width
	}
	return whole
}

// want is the width from which the charts can stand side by side.
func (s sideBySide) want(t Theme) vg.Length { return max(sidePanel, s.width(t)) }

// width has room for the widest chart and for its heading.
func (s sideBySide) width(t Theme) vg.Length {
	var most vg.Length
	for _, one := range s {
		most = max(most, one.chart.width(t), t.heading().Width(one.heading))
	}
	return most
}

// height has room for the highest chart, as all are of one height.
func (s sideBySide) height(t Theme, width vg.Length) (least, like vg.Length) {
	each := sideWidth(len(s), width, s.want(t))
	for _, one := range s {
		l, k := one.chart.height(t, each)
		least, like = max(least, l), max(like, k)
	}
	least, like = least+headHeight(t), like+headHeight(t)
	if each == width {
		n, gaps := vg.Length(len(s)), vg.Length(len(s)-1)*stackGap
		return n*least + gaps, n*like + gaps
	}
	return least, like
}

func (s sideBySide) panels(t Theme, size vg.Point) []panel {
	var all []panel
	boxes := sideBoxes(len(s), size, s.want(t))
	for i, one := range s {
		box := boxes[i]
		below := vg.Point{X: box.Size().X, Y: box.Size().Y - headHeight(t)}
		for _, panel := range one.chart.panels(t, below) {
			panel.plot.Title.Text = one.heading
			panel.plot.Title.Padding = headGap
			panel.plot.Title.TextStyle = flushLeft(t.heading(), one.heading, box.Size().X)
			panel.box, panel.name = box, one.heading
			all = append(all, panel)
		}
	}
	return all
}

// heading is the style of what stands over one of several charts.
func (t Theme) heading() text.Style {
	s := t.label(t.Ink)
	s.Font.Weight = bold
	return s
}

// headHeight is what a heading takes above a chart.
func headHeight(t Theme) vg.Length { return t.heading().Rectangle("X").Size().Y + headGap }

// flushLeft is a style for the title of a plot of a width that begins at its left
// side. That of gonum/plot is written from the middle.
func flushLeft(s text.Style, title string, width vg.Length) text.Style {
	s.XAlign, s.YAlign = draw.XAlignment(-width/2/s.Width(title)), draw.YTop
	return s
}
