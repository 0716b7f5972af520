package plotting

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// years shows the year reached.
func (p *plane) years() (planeView, error) {
	asked := p.asked()
	if len(asked) == 0 {
		return planeView{}, p.nothingAsked()
	}
	words := []string{rounded(p.results())}
	if slices.ContainsFunc(asked, func(r projection.Reach) bool { _, gone := r.Lost(); return gone }) {
		words = append(words, "*: falls below the target again later")
	}
	return planeView{
		title:    p.yearsTitle(),
		quantity: capital(firstYear(p.results(), goal(p.grid.Dataset, asked, "the target"))),
		words:    words,
		key:      p.yearsKey(),
		cell:     p.yearCell,
	}, nil
}

// yearCell is darker the earlier the year, on a scale from the year after the
// base year to the horizon.
func (p *plane) yearCell(one point) cell {
	at, first, last := spotOf(one.reach), p.grid.Options.Base+1, p.grid.Options.To
	var c cell
	switch at.where {
	case already:
		c = cell{text: "already", tone: tone{kind: deepest}}
	case inYear:
		depth := 1 - float64(at.year-first)/math.Max(float64(last-first), 1)
		c = cell{text: strconv.Itoa(at.year), tone: tone{kind: shade, depth: depth}}
	case never:
		return cell{text: fmt.Sprintf("> %d", last), tone: tone{kind: missed}}
	default:
		return cell{text: "–"}
	}
	if _, gone := one.reach.Lost(); gone {
		c.text += "*"
	}
	return c
}

// yearsKey explains the colours that occur, with the earliest and the latest
// year.
func (p *plane) yearsKey() []keyEntry {
	o := p.grid.Options
	found := map[spot]tone{}
	idle := false
	for _, one := range p.all() {
		at := spotOf(one.reach)
		idle = idle || at.where == nowhere
		if at.where != nowhere {
			found[at] = p.yearCell(one).tone
		}
	}
	var key []keyEntry
	add := func(at spot, text string) {
		if tone, ok := found[at]; ok {
			key = append(key, keyEntry{text: text, cell: &tone})
		}
	}
	add(spot{where: already}, fmt.Sprintf("already in %d", o.Base))
	first, last := 0, 0
	for at := range found {
		if at.where == inYear {
			last = max(last, at.year)
			if first == 0 || at.year < first {
				first = at.year
			}
		}
	}
	switch {
	case first < last:
		add(spot{inYear, first}, fmt.Sprintf("%d, the earliest", first))
		add(spot{inYear, last}, fmt.Sprintf("%d, the latest", last))
	default:
		add(spot{inYear, first}, strconv.Itoa(first))
	}
	add(spot{where: never}, fmt.Sprintf("not by %d", o.To))
	if idle {
		key = append(key, keyEntry{text: "–: nothing asked", cell: &tone{}})
	}
	return key
}

// yearsTitle says when the target is reached, in how many combinations, and
// where not.
func (p *plane) yearsTitle() string {
	asked := p.asked()
	n := len(asked)
	if n == 1 {
		return p.name + " " + finding(asked[0], goal(p.grid.Dataset, asked, "its target"))
	}
	goal, to := goal(p.grid.Dataset, asked, "its target"), p.grid.Options.To
	var reached []projection.Reach
	early := 0
	for _, r := range asked {
		if _, ok := r.Year(); ok {
			reached = append(reached, r)
		}
		if r.Status == projection.MetAlready {
			early++
		}
	}
	if len(reached) == 0 {
		return fmt.Sprintf("%s does not reach %s by %d in any of %d combinations", p.name, goal, to, n)
	}
	first, last := span(reached)
	text := fmt.Sprintf("%s reaches %s between %d and %d", p.name, goal, first, last)
	switch {
	case early == len(reached):
		text = fmt.Sprintf("%s is at %s already", p.name, goal)
	case early > 0:
		text = fmt.Sprintf("%s reaches %s by %d", p.name, goal, last)
	case first == last:
		text = fmt.Sprintf("%s reaches %s in %d", p.name, goal, first)
	}
	missed := fmt.Sprintf("not by %d", to)
	switch where := p.whereMissed(); {
	case len(reached) == n:
		return text + fmt.Sprintf(" in all %d combinations", n)
	case where != "":
		return text + fmt.Sprintf(", but %s where the %s", missed, where)
	}
	text += fmt.Sprintf(" in %d of %d combinations", len(reached), n)
	switch {
	case early > 0 && last == to: // it is said
		return text
	case n-len(reached) == 1:
		return text + ", and " + missed + " in the other"
	default:
		return text + ", and " + missed + " in the others"
	}
}

// whereMissed says in which rows or in which columns the target is not met by
// the horizon, if it is met in all others: "target is 4.5% or 5%".
func (p *plane) whereMissed() string {
	missed := func(i, k int) bool { return p.points[i][k].reach.Status == projection.NotByHorizon }
	rows, columns := len(p.rows.Values), len(p.columns.Values)
	if at, ok := wholeLines(rows, columns, missed); ok {
		return p.rows.Name + " is " + anyOf(p.rows, at)
	}
	if at, ok := wholeLines(columns, rows, func(k, i int) bool { return missed(i, k) }); ok {
		return p.columns.Name + " is " + anyOf(p.columns, at)
	}
	return ""
}

// wholeLines gives the lines of a table in which something holds everywhere. ok
// is false if it holds in part of a line, or in all lines.
func wholeLines(lines, of int, holds func(line, at int) bool) (whole []int, ok bool) {
	for i := range lines {
		n := 0
		for k := range of {
			if holds(i, k) {
				n++
			}
		}
		switch n {
		case 0:
		case of:
			whole = append(whole, i)
		default:
			return nil, false
		}
	}
	return whole, 0 < len(whole) && len(whole) < lines
}

// anyOf names some values of an axis: "4% or 5%", or of more that follow each
// other "4% to 5%". Words are quoted.
func anyOf(a projection.Axis, at []int) string {
	labels := make([]string, len(at))
	for i, value := range at {
		labels[i] = minus(a.Label(value))
		if a.Unit == "" && a.Labels != nil {
			labels[i] = quoted(labels[i])
		}
	}
	switch n := len(at); {
	case n == 1:
		return labels[0]
	case n > 2 && at[n-1]-at[0] == n-1:
		return labels[0] + " to " + labels[n-1]
	default:
		return strings.Join(labels[:n-1], ", ") + " or " + labels[n-1]
	}
}
