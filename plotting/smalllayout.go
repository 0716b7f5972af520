package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// A smallLayout is what all panels have in common in a width.
type smallLayout struct {
	columns, rows     int
	left, right, foot vg.Length // room beside and below all panels
	gap               vg.Length // between columns
	width             vg.Length // of a panel
	head              vg.Length // of a heading
	apart             bool      // answers have a line of their own
	shares            []plot.Tick
}

const (
	smallGap   vg.Length = 9   // between a panel and the heading of the next one below
	headingGap vg.Length = 3   // between a heading and its panel
	answerGap  vg.Length = 6   // between a name and the answer beside it
	shareGap   vg.Length = 5   // between the shares and a panel
	leastSmall vg.Length = 32  // height of a panel
	mostSmall  vg.Length = 150 // height of a panel
	smallShape vg.Length = 0.6 // height over width of a panel, if there is room
	likeSmall  vg.Length = 600 // height of all panels, beyond which they are flatter
	gridTicks            = 4   // shares on the vertical axis
)

// layout divides a width.
func (g *panelGrid) layout(t Theme, width vg.Length) smallLayout {
	small := t.small(t.Muted)
	l := smallLayout{shares: PercentTicks{Most: gridTicks, Beyond: true}.Ticks(0, g.top())}
	for _, tick := range l.shares {
		l.left = max(l.left, small.Width(tick.Label)+shareGap)
	}
	year := small.Width("2000")
	l.right, l.gap = year/2, year+5
	l.foot = axisHeight(t, yearTick)
	l.columns = gridColumns(len(g.members), width-l.left-l.right, leastSmallWidth(t), l.gap)
	l.rows = ceilDiv(len(g.members), l.columns)
	l.width = (width - l.left - l.right - vg.Length(l.columns-1)*l.gap) / vg.Length(l.columns)
	l.head, l.apart = g.headings(t, l.width)
	return l
}

// leastSmallWidth is the width from which panels can stand side by side.
func leastSmallWidth(t Theme) vg.Length { return max(leastYears(t), 10*t.TextSize) }

// gridColumns is the number of columns of n panels, each at least of a width: no
// more than fill the last row as well as can be.
func gridColumns(n int, width, least, gap vg.Length) int {
	most := max(1, int((width+gap)/(least+gap)))
	return ceilDiv(n, ceilDiv(n, most))
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }

// headings gives the height of the headings, which is that of the highest one,
// and whether answers stand below the names, which they do if one has no room
// beside.
func (g *panelGrid) headings(t Theme, width vg.Length) (height vg.Length, apart bool) {
	name, answer := t.heading(), t.small(t.Muted)
	lines, below := 1, 0
	for _, c := range g.members {
		broken := wrap(c.name, width, name.Width)
		lines = max(lines, len(broken))
		beside := name.Width(broken[len(broken)-1]) + answerGap + answer.Width(c.answer)
		apart = apart || beside > width
		below = max(below, len(wrap(c.answer, width, answer.Width)))
	}
	height = vg.Length(lines)*leading(name) + headingGap
	if apart {
		height += vg.Length(below) * leading(answer)
	}
	return height, apart
}

// height has room for flat panels, and would like to have higher ones.
func (g *panelGrid) height(t Theme, width vg.Length) (least, like vg.Length) {
	l := g.layout(t, width)
	rows := vg.Length(l.rows)
	fixed := rows*l.head + (rows-1)*smallGap + l.foot
	panel := min(smallShape*l.width, mostSmall, likeSmall/rows-l.head-smallGap)
	return fixed + rows*leastSmall, fixed + rows*max(leastSmall, panel)
}

// A smallPlace is where a panel stands, without what is written around it.
type smallPlace struct {
	box     vg.Rectangle
	written written
}

// written are the axes that have labels.
type written struct{ shares, years bool }

// places divides a size into n panels, row by row from the top.
func (l smallLayout) places(n int, size vg.Point) []smallPlace {
	rows := vg.Length(l.rows)
	height := (size.Y - l.foot - rows*l.head - (rows-1)*smallGap) / rows
	places := make([]smallPlace, n)
	for i := range places {
		column, row := i%l.columns, i/l.columns
		left := l.left + vg.Length(column)*(l.width+l.gap)
		top := size.Y - l.head - vg.Length(row)*(l.head+height+smallGap)
		places[i] = smallPlace{rect(left, top-height, left+l.width, top), written{shares: column == 0, years: i+l.columns >= n}}
	}
	return places
}
