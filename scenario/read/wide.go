package read

import (
	"io"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

func wideLayout() layout {
	return layout{
		name:  "a table with years across",
		needs: "column names such as member,variable,unit,2023,2024",
		header: func(cells []string) bool {
			return hasYear(cells) && (has(cells, "member") || has(cells, "code") || has(cells, "name") || has(cells, "country"))
		},
		columns: map[string]part{
			"member": inCode, "code": inCode, "name": inName, "country": inName,
			"variable": inVariable, "label": inLabel, "unit": inUnit, "scale": inScale,
		},
		gaps:  []string{"..", "n/a"},
		marks: true, names: noteBehind, statuses: true,
	}
}

// Wide reads a table of one's own with a line for each member and variable and a column
// for each year:
//
//	member,variable,unit,2022,2023e,2024e
//	CZE,share,% of GDP,1.34,1.37,2.10
//	CZE,spending,"USD million, 2015 prices",2894.966,2953.135,4567.025
//
// The columns may stand in any order. A member has a code, a name or both: columns member
// (or code) and name (or country). Label and scale are further columns that may be
// there. Without the columns variable and unit, Options says both for all lines. An "e"
// behind a year or a figure marks an estimate, see the package comment on marks; so does
// a line right below the column names with "status" for the member, and observed or
// estimated for each year. A figure that was not published is an empty cell, ".." or
// "n/a".
func Wide(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, wideLayout())
	if err != nil {
		return nil, err
	}
	for cells := t.next(); cells != nil; cells = t.next() {
		s := t.series(cells)
		if strings.EqualFold(s.Code, "status") || s.Code == "" && strings.EqualFold(s.Name, "status") {
			t.statuses(cells)
			continue
		}
		t.keep(cells, s, 0)
	}
	return t.finish()
}

// isStatus reports whether a cell above or below a year says what its figures are.
func isStatus(cell string) bool { _, ok := statusOf(cell); return ok }

// statusOf is the status that a word means. What is provisional or a forecast is no
// outcome, as with the letters behind figures.
func statusOf(word string) (s scenario.Status, ok bool) {
	switch strings.ToLower(word) {
	case "observed", "actual":
		return scenario.Observed, true
	case "estimated", "estimate", "provisional", "forecast", "e", "p", "f":
		return scenario.Estimated, true
	case "projected":
		return scenario.Projected, true
	}
	return 0, false
}

// A statusCell is a word for a status above the column names.
type statusCell struct {
	at, line, column int
	text             string
}

func (t *table) statusCells(cells []string) (all []statusCell) {
	for i, text := range cells {
		if isStatus(text) {
			line, column := t.rows.At(i)
			all = append(all, statusCell{i, line, column, text})
		}
	}
	return all
}

// misplaced notes the first word for a status that stands above a year: what it says of
// the figures must not be taken for a title.
func (t *table) misplaced(cells []statusCell) {
	for _, c := range cells {
		if c.at < len(t.names) && hasYear(t.names[c.at:c.at+1]) {
			t.add(place(c.line, c.column, "status"), c.text, "stands above the column names: move the line to just below them, with status for the member", scenario.ErrInvalid)
			return
		}
	}
}

// statuses takes the line that says which years are estimates.
func (t *table) statuses(cells []string) {
	if len(t.seen) > 0 {
		t.fault(0, "status", nil, "stands below figures: move the line above them", scenario.ErrInvalid)
	}
	for i, y := range t.years {
		if y.cell >= len(cells) {
			break
		}
		switch status, ok := statusOf(cells[y.cell]); {
		case ok:
			t.years[i].status = max(y.status, status)
		case cells[y.cell] != "":
			t.fault(y.cell, "status", cells[y.cell], "is none of observed, estimated, projected", scenario.ErrInvalid)
		}
	}
}
