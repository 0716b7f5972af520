package plotting

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// tornado is a chart with a row for each assumption and bars to both sides of the
// year without a change, between columns for "already" and "not by the horizon"
// where they are needed.
type tornado struct {
	rows     []tornadoRow
	base     spot
	from, to int // base year of the run and its horizon
}

// columnTexts are the values that lie in one of the columns, by row.
func (c *tornado) columnTexts(in where) []string {
	texts := make([]string, len(c.rows))
	for i, row := range c.rows {
		var later, never []int
		for k, v := range row.values {
			switch {
			case v.at.where != in:
			case v.never:
				never = append(never, k)
			default:
				later = append(later, k)
			}
		}
		texts[i] = row.listed(later)
		if never != nil && later != nil {
			texts[i] += "; "
		}
		if never != nil {
			texts[i] += row.listed(never) + ": never"
		}
	}
	return texts
}

// listed names values by their numbers: "1%, 2%", or "1% to 4%" if they are many in
// a row.
func (r tornadoRow) listed(numbers []int) string {
	if n := len(numbers); n > 2 && numbers[n-1]-numbers[0] == n-1 {
		return r.values[numbers[0]].label + " to " + r.values[numbers[n-1]].label
	}
	var labels []string
	for _, k := range numbers {
		labels = append(labels, r.values[k].label)
	}
	return strings.Join(labels, ", ")
}

// has reports whether anything lies in a column.
func (c *tornado) has(in where) bool {
	return c.base.where == in || slices.ContainsFunc(c.rows, func(row tornadoRow) bool {
		return slices.ContainsFunc(row.values, func(v tornadoValue) bool { return v.at.where == in })
	})
}

// years are the first and the last year that the panel shows.
func (c *tornado) years() (first, last int) {
	note := func(s spot) {
		if s.where == inYear && (first == 0 || s.year < first) {
			first = s.year
		}
		if s.where == inYear {
			last = max(last, s.year)
		}
	}
	note(c.base)
	for _, row := range c.rows {
		for _, v := range row.values {
			note(v.at)
		}
	}
	if c.has(already) || first == 0 {
		first = c.from + 1
	}
	if c.has(never) || last == 0 {
		last = c.to
	}
	return first, last
}

const (
	tornadoGap   vg.Length = 5  // between a bar and its text
	leastTornado vg.Length = 90 // width of the panel without texts
)

// column is one of those at the sides, nil if nothing lies in it.
func (c *tornado) column(t Theme, in where) *sideColumn {
	if !c.has(in) {
		return nil
	}
	s := &sideColumn{heading: [2]string{"already", fmt.Sprintf("in %d", c.from)}, text: t.small(t.Muted), tint: t.Tint, gap: columnGap}
	if in == never {
		s.heading, s.right = [2]string{"not by", fmt.Sprint(c.to)}, true
	}
	s.width = 10 + max(widest(s.heading[:], s.text), widest(c.columnTexts(in), t.label(t.Ink)))
	return s
}

func (c *tornado) names() []string {
	names := make([]string, len(c.rows))
	for i, row := range c.rows {
		names[i] = row.name
	}
	return names
}

// texts are those beside one end of the bars, by row.
func (c *tornado) texts(sign int) []string {
	texts := make([]string, len(c.rows))
	for i, row := range c.rows {
		texts[i] = row.text(c.base, sign)
	}
	return texts
}

func (c *tornado) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, header := c.build(t, vg.Point{X: width})
	axes := axisHeight(t, 0) + header
	n := vg.Length(len(c.rows))
	return axes + n*1.5*leastRow(t), axes + n*2.4*t.TextSize
}

// width has room for the names, the columns, the texts and bars between them.
func (c *tornado) width(t Theme) vg.Length {
	text := t.label(t.Ink)
	least := leastTornado
	for _, row := range c.rows {
		least = max(least, c.onBar(row, text, -1), c.onBar(row, text, 1))
	}
	beside := nameGap + least + 2*tornadoGap + widest(c.texts(-1), text) + widest(c.texts(1), text)
	for _, in := range []where{already, never} {
		if s := c.column(t, in); s != nil {
			beside += s.gap + s.width
		}
	}
	return max(leastNameWidth(c.names(), text, beside), c.mark(t, 0).text.Width(c.mark(t, 0).marks[0].label(true)))
}

func (c *tornado) panels(t Theme, size vg.Point) []panel {
	p, _ := c.build(t, size)
	return alone(p, size)
}

// mark is the line of the year without a change.
func (c *tornado) mark(t Theme, at float64) *marks {
	one := mark{at, "no change", fmt.Sprint(c.base.year), solid(t.Ink, 1.1)}
	switch c.base.where {
	case already:
		one.value = "already"
	case never:
		one.value = fmt.Sprintf("not by %d", c.to)
	}
	one.word, one.value = "", one.word+": "+one.value
	return &marks{marks: []mark{one}, text: t.small(t.Ink), full: true}
}

// build also gives the height of what stands above the panel.
func (c *tornado) build(t Theme, size vg.Point) (p *plot.Plot, header vg.Length) {
	p = newPlot(t)
	setRows(p, len(c.rows))
	nameSpace := nameGap
	if s := c.column(t, already); s != nil {
		nameSpace += s.gap + s.width
		p.Add(s, &sideTexts{column: s, texts: c.columnTexts(already), text: t.label(t.Ink)})
		header = s.header()
	}
	if s := c.column(t, never); s != nil {
		p.Add(s, &sideTexts{column: s, texts: c.columnTexts(never), text: t.label(t.Ink)})
		header = s.header()
	}
	p.Add(newRowNames(c.names(), t.label(t.Ink), size.X, nameSpace))
	first, last := c.years()
	width := panelOf(p, size).X
	p.X.Min, p.X.Max = c.axis(t, width)
	room := vg.Length(p.X.Norm(float64(last))-p.X.Norm(float64(first))) * width
	p.X.Tick.Marker = plot.ConstantTicks(YearTicks{Most: yearRoom(t, room)}.Ticks(float64(first), float64(last)))
	bars := &tornadoBars{tornado: c, theme: t}
	base := c.mark(t, bars.x(p, c.base))
	base.fit(p, panelOf(p, size).X)
	p.Add(&plotter.Grid{Vertical: solid(t.Rule, 0.6)}, bars, base)
	return p, max(header, base.height())
}

// axis is the range of years that leaves room for the texts beside the bars. The
// room that they take in years depends on the range, which is widened until it
// has room.
func (c *tornado) axis(t Theme, width vg.Length) (from, to float64) {
	first, last := c.years()
	from, to = float64(first)-0.5, float64(last)+0.5
	lefts, rights := c.texts(-1), c.texts(1)
	text := t.label(t.Ink)
	for range 60 {
		year := (to - from) / float64(max(width, 1)) // years a point
		low, high := from, to
		for i, row := range c.rows {
			left, right := c.span(row, float64(first)-0.5, float64(last)+0.5)
			low = min(low, left-year*float64(text.Width(lefts[i])+2*tornadoGap))
			high = max(high, right+year*float64(text.Width(rights[i])+2*tornadoGap))
			low = min(low, right-year*float64(c.onBar(row, text, -1)))
			high = max(high, left+year*float64(c.onBar(row, text, 1)))
		}
		from, to = low, high
	}
	return from, to
}

// onBar is the length that a bar with a text on it needs: the text stands on the
// longer part. 0: it has none.
func (c *tornado) onBar(row tornadoRow, style text.Style, sign int) vg.Length {
	v, ok := row.onBar(c.base, sign)
	if !ok {
		return 0
	}
	return 2 * (style.Width(v.withYear()) + 2*tornadoGap)
}

// span is where the bars of a row begin and end, with the sides of the panel for
// what lies in the columns.
func (c *tornado) span(row tornadoRow, left, right float64) (from, to float64) {
	at := func(s spot) float64 {
		switch s.where {
		case already:
			return left
		case never:
			return right
		}
		return float64(s.year)
	}
	from, to = at(c.base), at(c.base)
	for _, v := range row.values {
		from, to = min(from, at(v.at)), max(to, at(v.at))
	}
	return from, to
}
