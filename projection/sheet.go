package projection

// A Sheet is tables laid out as one for reading, in the words of [WriteText]: for
// programs that write formats which this package does not have, such as HTML.
type Sheet struct {
	About    About      // what must be printed with the numbers, of all tables, each thing once
	Warnings []string   // those of About, one line for all members of whom the same is said
	Units    []string   // sentences about the unit of money, where columns do not say their own, and the letters behind numbers
	Header   [][]string // of each column the parts of its header: scenario, variable, unit, as far as they are needed
	Labels   int        // how many columns on the left say what a line is: the member and, where numbers have years, the year
	Lines    [][]string // of each line a cell for each column of Header
}

// Layout lays tables out as WriteText and WriteMarkdown do: a line for each member
// (and year, where numbers belong to years), a column for each scenario and
// variable. Two tables that have a number for the same scenario, variable, member
// and year are [scenario.ErrDuplicate].
func Layout(ts ...Tabular) (*Sheet, error) {
	if err := checkTables(ts); err != nil {
		return nil, err
	}
	a := join(ts)
	g := pivot(ts, a)
	s := &Sheet{About: a, Warnings: texts(a.Warnings), Units: g.units(), Labels: len(g.labels())}
	for _, l := range g.labels() {
		s.Header = append(s.Header, []string{l})
	}
	for _, c := range g.columns {
		s.Header = append(s.Header, g.header(c))
	}
	for _, l := range g.lines {
		s.Lines = append(s.Lines, g.cellsOf(l))
	}
	return s, nil
}
