package read

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
)

// maxTitles is how many rows may stand above the column names.
const maxTitles = 50

// A table is a file while it is read.
type table struct {
	faults
	layout    layout
	options   Options
	separator rune
	rows      *textfile.Rows
	titles    [][]string // rows above the column names
	names     []string   // the column names
	sheet     *Sheet

	at     map[part]int // column of each part
	years  []yearColumn
	width  int
	drafts []draft
	seen   map[identity]int // line of each series
	total  int              // figures so far
	notes  map[string]bool  // footnote marks behind figures
	noted  int              // figures with one
	soft   int              // figures marked as a forecast or as provisional
	stop   bool             // whether reading on is of no use
}

type yearColumn struct {
	cell, year int
	status     scenario.Status
	letter     string // behind the year, for the status
}

type identity struct{ member, variable string }

// A draft is a series whose figures are not numbers yet.
type draft struct {
	Series
	figures []figure
}

type figure struct {
	year         int
	status       scenario.Status
	text         string
	percent      bool
	point, comma float64 // what it is with a decimal point and with a decimal comma; NaN: nothing
	line, column int
}

// open finds the column names of a file.
func open(r io.Reader, o Options, l layout) (*table, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	file, err := textfile.Read(r)
	if err != nil {
		return nil, unreadable(err)
	}
	candidates := separators
	if o.Separator != 0 {
		candidates = string(o.Separator)
	}
	var found []*table
	var broken []error // of each separator with which the file cannot be read
	for _, separator := range candidates {
		t := &table{layout: l, options: o, separator: separator, seen: map[identity]int{}, notes: map[string]bool{}, sheet: &Sheet{Source: o.Source}}
		t.rows = textfile.NewRows(file.Text, separator, 0)
		if l.lax {
			t.rows.Lax()
		}
		switch known, err := t.find(); {
		case err != nil:
			broken = append(broken, err)
		case known:
			found = append(found, t)
		}
	}
	switch {
	case len(found) == 1:
		found[0].sheet.Source.SHA256 = file.SHA256
		return found[0], found[0].setColumns(found[0].names)
	case len(found) > 1:
		return nil, &scenario.FieldError{Field: "file", Problem: "has several separators in its column names: say which one it is in Options.Separator", Err: scenario.ErrInvalid}
	case len(broken) == len(candidates):
		return nil, unreadable(broken[0])
	}
	return nil, &scenario.FieldError{Field: "file", Problem: fmt.Sprintf("is not %s: no line of it has %s", l.name, l.needs), Err: scenario.ErrMissing}
}

// find reads up to the column names.
func (t *table) find() (known bool, err error) {
	var statuses []statusCell
	for range maxTitles {
		cells, err := t.rows.Next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		cells = slices.Clone(cells)
		if t.layout.header(cells) {
			t.names = cells
			t.misplaced(statuses)
			return true, nil
		}
		if t.layout.statuses {
			statuses = append(statuses, t.statusCells(cells)...)
		}
		t.titles = append(t.titles, cells)
		t.title(cells)
	}
	return false, nil
}

// title keeps a row of text.
func (t *table) title(cells []string) {
	text := strings.Join(slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" }), ", ")
	if len(t.sheet.Titles) < 2*maxTitles {
		t.sheet.Titles = append(t.sheet.Titles, text)
	}
}

// setColumns takes the column names.
func (t *table) setColumns(names []string) error {
	t.at, t.years = map[part]int{}, nil
	for t.width = len(names); names[t.width-1] == ""; { // not all are empty
		t.width--
	}
	columns := map[int]bool{} // years there are
	for i, n := range names[:t.width] {
		p, known := t.layout.columns[strings.ToLower(n)]
		_, twice := t.at[p]
		year, letter, isYear := parseYear(n)
		switch {
		case n == "":
		case isYear && columns[year]:
			t.fault(i, "column name", n, "is a year that occurs twice", scenario.ErrDuplicate)
		case isYear && (letter == "" || t.layout.marks):
			columns[year] = true
			status := scenario.Observed
			if letter != "" {
				status = scenario.Estimated
			}
			t.years = append(t.years, yearColumn{i, year, status, letter})
		case known && twice && p != inNothing:
			t.fault(i, "column name", n, "is the second column of its kind", scenario.ErrDuplicate)
		case known:
			t.at[p] = i
		default:
			years := "a year"
			if t.layout.marks {
				years = "a year, such as 2025 or 2025e for estimates,"
			}
			t.fault(i, "column name", n, "is neither "+years+" nor a column of this layout, which are "+t.knownColumns(), scenario.ErrInvalid)
		}
	}
	if len(t.years) == 0 {
		t.fault(0, "column names", nil, "have no year among them", scenario.ErrMissing)
		return t.err()
	}
	years := slices.Sorted(maps.Keys(columns))
	if from, to := years[0], years[len(years)-1]; to-from >= scenario.MaxYears {
		t.fault(0, "column names", nil, fmt.Sprintf("go from %d to %d, more than %d years: leave some out", from, to, scenario.MaxYears), scenario.ErrInvalid)
	}
	return t.err()
}

func (t *table) knownColumns() string {
	return strings.Join(slices.Sorted(maps.Keys(t.layout.columns)), ", ")
}

// need notes columns that are missing.
func (t *table) need(columns map[part]string) {
	for _, p := range slices.Sorted(maps.Keys(columns)) {
		if _, ok := t.at[p]; !ok {
			t.fault(0, "column names", nil, "lack "+columns[p], scenario.ErrMissing)
		}
	}
}

// fault notes what is wrong with the i-th cell of the current row.
func (t *table) fault(i int, what string, value any, problem string, kind error) {
	line, column := t.rows.At(i)
	t.add(place(line, column, what), value, problem, kind)
}

func (t *table) figureFault(f *figure, problem string, kind error) {
	t.add(place(f.line, f.column, "figure"), f.text, problem, kind)
}

// next gives the next row, nil at the end of the file or of what faults can be reported.
func (t *table) next() []string {
	if t.full() || t.stop {
		return nil
	}
	cells, err := t.rows.Next()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			t.addError(unreadable(err))
		}
		return nil
	}
	return cells
}

// text gives a part of a row, empty where the layout has no such column.
func (t *table) text(cells []string, p part) string {
	i, ok := t.at[p]
	if !ok {
		return ""
	}
	return t.cell(cells, i)
}

// cell gives the text of a cell, empty where the row is too short.
func (t *table) cell(cells []string, i int) string {
	if i >= len(cells) {
		return ""
	}
	if strings.ContainsFunc(cells[i], unicode.IsControl) {
		t.fault(i, "cell", cells[i], "contains a control character", scenario.ErrInvalid)
	}
	return strings.Clone(cells[i])
}
