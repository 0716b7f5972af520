package projection

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A grid is rows laid out for reading: a line for each member and year, a
// column for each scenario and variable.
type grid struct {
	columns []column
	lines   []line
	largest map[column]float64 // magnitude of the largest number in a column
	stats   map[column]map[string]bool
	moneys  []string // units of money that occur
	first   string   // what the lines are: "Member", or About.Lines where rows have a Case
	mixed   bool     // whether there is more than one member
}

type column struct{ scenario, variable, unit string }

func columnOf(r Row) column { return column{r.Scenario, r.Variable, r.Unit} }

type line struct {
	member, name, other string // the last is the Case
	year                int
	cells               map[column]Row
}

// pivot lays out the rows of all tables: columns in order of appearance, lines in
// order of name and year. Lines of one member that differ in their Case stay in
// order of appearance; what they are is said by About.Lines.
func pivot(ts []Tabular, a About) grid {
	g := grid{largest: map[column]float64{}, stats: map[column]map[string]bool{}, first: cmp.Or(a.Lines, "Member")}
	type key struct {
		member, other string
		year          int
	}
	at := map[key]int{}
	for _, t := range ts {
		for r := range t.Rows() {
			c := columnOf(r)
			if a.ByScenario {
				r.Case, c.scenario = r.Scenario+", "+r.Case, ""
			}
			if !slices.Contains(g.columns, c) {
				g.columns, g.stats[c] = append(g.columns, c), map[string]bool{}
				if isMoney(r.Unit) && !slices.Contains(g.moneys, r.Unit) {
					g.moneys = append(g.moneys, r.Unit)
				}
			}
			g.stats[c][r.Stat] = true
			k := key{r.Member, r.Case, r.Year}
			i, ok := at[k]
			if !ok {
				i = len(g.lines)
				at[k] = i
				g.lines = append(g.lines, line{r.Member, r.Name, r.Case, r.Year, map[column]Row{}})
			}
			g.lines[i].cells[c] = r
			g.mixed = g.mixed || r.Member != g.lines[0].member
			if v := math.Abs(r.Value); v > g.largest[c] {
				g.largest[c] = v
			}
		}
	}
	if g.mixed && a.Lines != "" {
		g.first = "Member, " + a.Lines
	}
	slices.SortStableFunc(g.lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.last(), b.last()), strings.Compare(a.label(), b.label()), cmp.Compare(a.year, b.year))
	})
	return g
}

// label is how a line names its member.
func (l line) label() string { return cmp.Or(l.name, l.member) }

// label is how a line is named: by its member, its Case, or both.
func (g grid) label(l line) string {
	switch {
	case l.other == "":
		return l.label()
	case g.mixed:
		return l.label() + ", " + l.other
	}
	return l.other
}

// last is 1 for the line of all members, which stands below the others.
func (l line) last() int {
	if l.member == AllMembers {
		return 1
	}
	return 0
}

// hasYears reports whether any line belongs to a year.
func (g grid) hasYears() bool {
	return slices.ContainsFunc(g.lines, func(l line) bool { return l.year != 0 })
}

// header gives the words above a column: what sets it apart from the others,
// and its unit unless the variable says it.
func (g grid) header(c column) []string {
	var parts []string
	if g.several(func(c column) string { return c.scenario }) {
		parts = append(parts, c.scenario)
	}
	if g.several(func(c column) string { return c.variable }) || len(parts) == 0 {
		parts = append(parts, c.variable)
	}
	switch {
	case isMoney(c.unit) && len(g.moneys) > 1:
		parts = append(parts, c.unit)
	case shortUnit(c.unit) != "":
		parts = append(parts, shortUnit(c.unit))
	}
	return parts
}

// shortUnit is a unit as it fits above a column; empty where the variable says
// it or it is money, which units spells out.
func shortUnit(unit string) string {
	switch unitKind(unit) {
	case UnitPoints:
		return "pp/year"
	case UnitDifference, UnitError:
		return "pp"
	case UnitGrowth:
		return "%/year"
	case UnitShare, UnitPercentile, UnitPart, UnitChance, UnitOutcome, UnitSkill:
		return unit
	}
	return ""
}

// isMoney reports whether a unit is none of this package's, but that of a
// data set.
func isMoney(unit string) bool {
	switch unit {
	case UnitYear, UnitYears, UnitMembers, UnitRatio, UnitOutcomes, UnitOrigins, UnitBrier:
		return false
	}
	return shortUnit(unit) == ""
}

// units says what the money columns are in, if they are all in the same unit, and
// what the letters behind numbers mean.
func (g grid) units() []string {
	var said []string
	if len(g.moneys) == 1 { // otherwise each column says its own
		said = append(said, "Money in "+g.moneys[0]+".")
	}
	marks := map[string]bool{}
	for _, l := range g.lines {
		for c, r := range l.cells {
			if r.Text == "" && isNumber(r.Value) {
				marks[g.mark(c, r)] = true
			}
		}
	}
	var letters []string
	if marks["e"] {
		letters = append(letters, "e: estimate of the source")
	}
	if marks["p"] {
		letters = append(letters, "p: projected")
	}
	if letters != nil {
		said = append(said, strings.Join(letters, "; ")+".")
	}
	return said
}

func isNumber(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func (g grid) several(of func(column) string) bool {
	return slices.ContainsFunc(g.columns, func(c column) bool { return of(c) != of(g.columns[0]) })
}

// cell writes the number of a row as a reader wants it in its unit. Money has
// as many decimals as the largest number of its column calls for.
func (g grid) cell(c column, r Row) string {
	if r.Text != "" {
		return r.Text
	}
	if !isNumber(r.Value) {
		return "-"
	}
	decimals := 0
	switch unitKind(r.Unit) {
	case UnitYear:
		return fmt.Sprintf("%.0f", r.Value) + g.mark(c, r)
	case UnitYears, UnitMembers, UnitPercentile, UnitPart, UnitOutcome, UnitOutcomes, UnitOrigins:
	case UnitGrowth, UnitRatio, UnitChance, UnitSkill:
		decimals = 1
	case UnitShare, UnitPoints, UnitDifference:
		decimals = 2
	case UnitError, UnitBrier:
		decimals = 3
	default:
		switch largest := g.largest[c]; {
		case largest < 10:
			decimals = 2
		case largest < 1000:
			decimals = 1
		}
	}
	text := number(r.Value, decimals) + g.mark(c, r)
	if r.StdErr > 0 { // rounded up, so that it never reads as none
		unit := math.Pow10(decimals)
		text += " ±" + number(math.Ceil(r.StdErr*unit)/unit, decimals)
	}
	return text
}

// mark is the sign of a figure that its source calls an estimate, and of a
// projected one where it stands among published ones.
func (g grid) mark(c column, r Row) string {
	switch {
	case r.Stat == StatEstimated:
		return "e"
	case r.Stat == StatProjected && r.Unit != UnitYear && (g.stats[c][StatObserved] || g.stats[c][StatEstimated]):
		return "p"
	}
	return ""
}

// number writes v with commas between thousands.
func number(v float64, decimals int) string {
	digits, fraction, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', decimals, 64), ".")
	zero := strings.Trim(digits+fraction, "0") == ""
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	text := strings.Join(append([]string{digits}, groups...), ",")
	if fraction != "" {
		text += "." + fraction
	}
	if v < 0 && !zero {
		text = "-" + text
	}
	return text
}
