package read

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
)

// series takes a row as it is in most layouts. What is not in a column of its own is
// filled in by the caller afterwards.
func (t *table) series(cells []string) Series {
	s := Series{
		Code: t.text(cells, inCode), Name: t.text(cells, inName), Variable: t.text(cells, inVariable),
		Label: t.text(cells, inLabel), Unit: t.text(cells, inUnit), Scale: t.text(cells, inScale),
	}
	s.Code, s.Name = t.layout.unmarked(s.Code), t.layout.unmarked(s.Name)
	return s
}

// noActual is a year before all figures: each of them is an estimate.
const noActual = 1

// keep takes the figures of a row that belongs to a series. Those after the last actual
// year are estimates; 0: those of columns that say so.
func (t *table) keep(cells []string, s Series, lastActual int) {
	if t.full() {
		return // what is wrong with the row could not be noted
	}
	before := len(t.list)
	s.Line, _ = t.rows.At(0)
	if i, ok := t.at[inCode]; ok {
		_, s.column = t.rows.At(i)
	}
	t.check(cells, &s)
	if len(t.list) > before || len(t.options.Only) > 0 && !slices.Contains(t.options.Only, s.Variable) {
		return
	}
	d := draft{Series: s}
	for _, y := range t.years {
		if text := cells[y.cell]; text != "" && !slices.Contains(t.layout.gaps, strings.ToLower(text)) {
			d.figures = append(d.figures, t.figure(y, text, lastActual))
		}
	}
	if t.total += len(d.figures); t.total > MaxFigures {
		t.once("file", fmt.Sprintf("has more than %d figures up to here: keep some variables with Options.Only, or leave out years", MaxFigures), scenario.ErrInvalid)
	}
	if len(t.list) == before {
		t.drafts = append(t.drafts, d)
	}
}

// check notes what is wrong with the parts of a row that are not figures.
func (t *table) check(cells []string, s *Series) {
	if at, problem := textfile.Misfit(cells, t.width); problem != "" {
		t.fault(at, "cell", cells[at], problem, scenario.ErrInvalid)
		return
	}
	if s.Code == "" && s.Name == "" {
		i, ok := t.at[inCode]
		if !ok {
			i = t.at[inName]
		}
		t.fault(i, "member", nil, "is empty", scenario.ErrMissing)
		return
	}
	i, named := t.at[inVariable]
	switch {
	case s.Variable != "":
	case named:
		t.fault(i, "variable", nil, "is empty", scenario.ErrMissing)
	case t.options.Variable == "":
		t.once("variable", "is not named in the file: name it in Options.Variable", scenario.ErrMissing)
	}
	if !named {
		s.Variable = cmp.Or(s.Variable, t.options.Variable)
	}
	switch stated := t.options.Unit; {
	case s.Unit == "" && stated == "":
		t.once("unit", `is not stated in the file: give it in Options.Unit, for example "% of GDP"; per cent and fraction are never guessed`, scenario.ErrUnit)
	case s.Unit == "":
		s.Unit = stated
	case stated != "" && stated != s.Unit:
		t.once("unit", fmt.Sprintf("is %q in the file, but %q in Options.Unit: figures are not converted, leave the option out", s.Unit, stated), scenario.ErrUnit)
	}
	id := identity{cmp.Or(s.Code, s.Name), s.Variable}
	if line, twice := t.seen[id]; twice {
		t.fault(0, "member", s.member(), fmt.Sprintf("has a second line for %q, the first is line %d", s.Variable, line), scenario.ErrDuplicate)
		return
	}
	if len(t.seen) == MaxSeries {
		t.once("file", fmt.Sprintf("has more than %d lines of figures: split it", MaxSeries), scenario.ErrInvalid)
	}
	t.seen[id] = s.Line
}

// once notes a fault that would be the same on every line to come.
func (t *table) once(what, problem string, kind error) {
	t.fault(0, what, nil, problem, kind)
	t.stop = true
}

// figure takes one cell that is not empty.
func (t *table) figure(y yearColumn, text string, lastActual int) figure {
	c := takeApart(text, t.layout.marks)
	if len(c.notes) > 0 {
		t.noted++
		for _, mark := range c.notes {
			if len(t.notes) < 100 { // enough to be told
				t.notes[mark] = true
			}
		}
	}
	if isSoft(c.status) || isSoft(y.letter) {
		t.soft++
	}
	f := figure{year: y.year, status: y.status, text: strings.Clone(text), percent: c.percent, point: number(c.digits, '.'), comma: number(c.digits, ',')}
	f.line, f.column = t.rows.At(y.cell)
	if c.status != "" || lastActual != 0 && y.year > lastActual {
		f.status = max(f.status, scenario.Estimated)
	}
	if math.IsNaN(f.point) && math.IsNaN(f.comma) {
		t.figureFault(&f, problem(text, t.layout.marks), scenario.ErrInvalid)
	}
	return f
}

// finish turns drafts into series.
func (t *table) finish() (*Sheet, error) {
	if err := t.err(); err != nil {
		return nil, err
	}
	mark := t.decimalMark()
	if err := t.err(); err != nil {
		return nil, err
	}
	var without []string // figures
	for i := range t.drafts {
		d := &t.drafts[i]
		obs := make([]scenario.Observation, 0, len(d.figures))
		for k := range d.figures {
			f := &d.figures[k]
			v := f.point
			if mark == ',' {
				v = f.comma
			}
			if math.IsNaN(v) {
				t.figureFault(f, fmt.Sprintf("is not a number whose decimal mark is %q: give the mark of the file in Options.Decimal", string(mark)), scenario.ErrInvalid)
				continue
			}
			if f.percent && !anyPercent.MatchString(d.Unit) {
				t.figureFault(f, fmt.Sprintf("has a per cent sign, but the unit is %q", d.Unit), scenario.ErrUnit)
			}
			obs = append(obs, scenario.Observation{Year: f.year, Value: v, Status: f.status})
		}
		if t.full() {
			break
		}
		if len(obs) == 0 {
			without = append(without, d.member())
			continue
		}
		values, err := scenario.SeriesOf(obs...)
		if err != nil {
			return nil, err
		}
		d.Values = values
		t.sheet.Series = append(t.sheet.Series, d.Series)
	}
	if t.complete(without); len(t.list) > 0 {
		return nil, t.err()
	}
	return t.sheet, nil
}

// complete looks for what should be there.
func (t *table) complete(without []string) {
	if t.noted > 0 {
		t.warn("footnote marks %s behind figures, left out: %d", some(slices.Sorted(maps.Keys(t.notes))), t.noted)
	}
	if t.soft > 0 {
		t.warn("figures marked f (forecast) or p (provisional, or projected), taken as estimates: %d", t.soft)
	}
	if len(without) > 0 {
		t.warn("without any figure, and left out: %s", some(without))
	}
	if len(t.list) > 0 {
		return
	}
	all := t.sheet.Variables()
	for _, wanted := range t.options.Only {
		if !slices.Contains(all, wanted) {
			t.add("Options.Only", wanted, "has no figures in the file, which has "+some(t.variables()), scenario.ErrMissing)
		}
	}
	if len(all) == 0 && len(t.list) == 0 {
		t.add("file", nil, "has column names, but no figures below them", scenario.ErrMissing)
	}
}

// variables are those of all lines, also of those that were not kept.
func (t *table) variables() []string {
	all := map[string]bool{}
	for id := range t.seen {
		all[id.variable] = true
	}
	return slices.Sorted(maps.Keys(all))
}

func (t *table) warn(format string, args ...any) {
	t.sheet.Warnings = append(t.sheet.Warnings, fmt.Errorf(format, args...))
}

// some lists names, the first of many.
func some(names []string) string {
	const most = 40
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
