package projection

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// WriteIAMC writes tables in the wide layout of the Integrated Assessment Modeling
// Consortium, as comma-separated values that pyam reads: the columns Model, Scenario,
// Region, Variable and Unit, then one for each year, ascending, and Notes. Numbers have
// 12 significant digits.
//
//   - Model is this library with its version.
//   - Region is the English name of the member, as in the lists of regions of the
//     Consortium; its code where it has no name.
//   - Variable has the Case of rows as a further level, "year reached|+2 pp", and so a
//     quantile, "share|p50"; a standard error is a line of its own, "by 2030|standard
//     error".
//   - The year 0 is that of numbers that belong to no year.
//   - Notes say which numbers are observed, estimated, projected and so on, what edition
//     printed them, words that a printed table shows in their place, such as "already"
//     and "not by 2040", and the editions, draws and seed of the table. The layout has
//     no place for them, nor for comments; pyam leaves a column of this name out.
//
// A cell is empty where there is no number. The assumptions, notes and warnings of
// tables are in the other formats only. What looks
// like a formula is written as by [WriteCSV]. Two numbers in one place are
// [scenario.ErrDuplicate]; an empty scenario, member, variable or unit, which pyam
// refuses, is [scenario.ErrMissing].
func WriteIAMC(w io.Writer, ts ...Tabular) error { return Write(w, "iamc", ts...) }

func writeIAMC(b *bytes.Buffer, ts []Tabular, _ About) error {
	g := iamcTable{at: map[iamcKey]*iamcLine{}, years: map[int]bool{}}
	for _, t := range ts {
		sources := once(t.About().Editions)
		for r := range t.Rows() {
			if err := g.row(r, sources); err != nil {
				return err
			}
		}
	}
	years := slices.Sorted(maps.Keys(g.years))
	header := []string{"Model", "Scenario", "Region", "Variable", "Unit"}
	for _, year := range years {
		header = append(header, strconv.Itoa(year))
	}
	c := csv.NewWriter(b)
	writeHarmless(c, append(header, "Notes"))
	for _, l := range g.lines {
		cells := []string{software, l.scenario, l.region, l.variable, l.unit}
		for _, year := range years {
			cells = append(cells, l.values[year])
		}
		writeHarmless(c, append(cells, oneLine(l.notes())))
	}
	c.Flush()
	return c.Error()
}

// An iamcTable is a table with years across, lines in order of appearance.
type iamcTable struct {
	lines []*iamcLine
	at    map[iamcKey]*iamcLine
	years map[int]bool
}

type iamcKey struct{ scenario, region, variable, unit string }

type iamcLine struct {
	iamcKey
	values  map[int]string
	kinds   []iamcKind
	sources []string
}

// An iamcKind says what the numbers of some years in a row are.
type iamcKind struct {
	kind     string
	from, to int
}

// row takes the number of a row and its standard error.
func (g *iamcTable) row(r Row, sources []string) error {
	variable := r.Variable
	if name, ok := strings.CutSuffix(variable, " "+r.Stat); ok {
		variable = name + "|" + r.Stat
	}
	if r.Case != "" {
		variable += "|" + r.Case
	}
	key := iamcKey{r.Scenario, cmp.Or(r.Name, r.Member), variable, r.Unit}
	if slices.Contains([]string{key.scenario, key.region, key.variable, key.unit}, "") {
		return &scenario.FieldError{
			Scenario: r.Scenario, Member: r.Member, Year: r.Year, Field: "row", Err: scenario.ErrMissing,
			Problem: "has no scenario, member, variable or unit, which the format iamc needs",
		}
	}
	if err := g.number(key, r, decimal(r.Value), sources); err != nil || r.StdErr <= 0 {
		return err
	}
	key.variable += "|standard error"
	r.Text = ""
	return g.number(key, r, stderrText(r), sources)
}

// number puts a number in its place.
func (g *iamcTable) number(key iamcKey, r Row, number string, sources []string) error {
	l := g.at[key]
	if l == nil {
		l = &iamcLine{iamcKey: key, values: map[int]string{}, sources: sources}
		g.at[key], g.lines = l, append(g.lines, l)
	}
	if _, ok := l.values[r.Year]; ok {
		return &scenario.FieldError{
			Scenario: r.Scenario, Member: r.Member, Year: r.Year, Field: key.variable, Err: scenario.ErrDuplicate,
			Problem: fmt.Sprintf("is there twice for the region %q: give members and cases names of their own", key.region),
		}
	}
	l.values[r.Year], g.years[r.Year] = number, true
	kind := r.Stat
	if r.Edition != "" {
		kind += " in " + r.Edition
	}
	if _, err := strconv.ParseFloat(strings.TrimSuffix(r.Text, "e"), 64); err != nil && r.Text != "" {
		kind += ": " + r.Text // words, not the number rounded, or marked as an estimate
	}
	if n := len(l.kinds); n > 0 && l.kinds[n-1].kind == kind && l.kinds[n-1].to == r.Year-1 {
		l.kinds[n-1].to = r.Year
	} else {
		l.kinds = append(l.kinds, iamcKind{kind, r.Year, r.Year})
	}
	return nil
}

// notes says what the numbers of a line are and where they come from.
func (l *iamcLine) notes() string {
	var kinds []string
	for _, k := range l.kinds {
		switch {
		case len(l.kinds) == 1:
			kinds = append(kinds, k.kind)
		case k.from == k.to:
			kinds = append(kinds, fmt.Sprintf("%d %s", k.from, k.kind))
		default:
			kinds = append(kinds, fmt.Sprintf("%d-%d %s", k.from, k.to, k.kind))
		}
	}
	return strings.Join(append([]string{strings.Join(kinds, ", ")}, l.sources...), "; ")
}
