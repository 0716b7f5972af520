package projection_test

import (
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// addSeeds gives a fuzz target something to start from: the plainest case, and some
// with whatever there is.
func addSeeds(f *testing.F) {
	f.Add([]byte{})
	for seed := range uint64(20) {
		f.Add(seeded(seed, 400).left)
	}
}

// checkError fails unless an error is of a kind that callers can tell apart, in lines
// that can be read.
func checkError(t *testing.T, err error) {
	t.Helper()
	known := false
	for _, kind := range []error{scenario.ErrInvalid, scenario.ErrMissing, scenario.ErrUnit, scenario.ErrNotRandom, scenario.ErrUnknownMember, scenario.ErrDuplicate} {
		known = known || errors.Is(err, kind)
	}
	for line := range strings.Lines(err.Error()) {
		known = known && strings.TrimSpace(line) != "" && len(line) < 2000
	}
	if !known {
		t.Errorf("an error of no kind, or without end: %v", err)
	}
}

// checkTable fails on a number that is none, unless words stand in its place or its
// variable is one of those that may not apply, and on a table that cannot be written.
func checkTable(t *testing.T, what string, table projection.Tabular, mayLack ...string) {
	t.Helper()
	for row := range table.Rows() {
		lacks := row.Text != ""
		for _, variable := range mayLack {
			lacks = lacks || row.Variable == variable
		}
		if math.IsInf(row.Value, 0) || math.IsNaN(row.Value) && !lacks || math.IsNaN(row.StdErr) || math.IsInf(row.StdErr, 0) {
			t.Fatalf("%s: %+v", what, row)
		}
	}
	for _, format := range projection.Formats() {
		if err := projection.Write(io.Discard, format, table); err != nil {
			t.Fatalf("%s as %s: %v", what, format, err)
		}
	}
}

// checkSeries fails unless there is a number in each projected year.
func checkProjected(t *testing.T, what string, r *projection.Result) func(s scenario.Series, err error) {
	return func(s scenario.Series, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		for year := r.Options.Base + 1; year <= r.Options.To; year++ {
			if _, ok := s.At(year); !ok {
				t.Fatalf("%s has no number in %d: %v", what, year, s)
			}
		}
	}
}

// Of all data sets, scenarios and options there is a result or an error, never both;
// every number of a result is one.
func FuzzRun(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		a := &arbitrary{left: data}
		d := a.data()
		s, o := a.scenario(d), a.options(d)
		if err := s.Validate(); err != nil {
			t.Fatalf("what is made up must be valid: %v", err)
		}
		r, err := projection.Run(d, s, o)
		if (err == nil) != (r != nil) {
			t.Fatalf("%v and %v", r, err)
		}
		if err != nil {
			checkError(t, err)
			return
		}
		defer func() {
			if t.Failed() {
				t.Log(told(s, o))
			}
		}()
		checkTable(t, "Result", r)
		checkTable(t, "Years", r.Years())
		checkTable(t, "MilestoneYears", r.MilestoneYears())
		checkRun(t, r)
		checkPace(t, r)
		checkCosts(t, r)
	})
}

// checkRun asks a result all that can be asked of it.
func checkRun(t *testing.T, r *projection.Result) {
	checkProjected(t, "Group", r)(r.Group())
	checkProjected(t, "GroupMean", r)(r.GroupMean())
	checkProjected(t, "GroupGap", r)(r.GroupGap())
	if table, err := r.GroupTable("all"); err != nil {
		t.Error(err)
	} else {
		checkTable(t, "GroupTable", table)
	}
	for _, code := range r.Codes() {
		for what, series := range map[string]func(string) (scenario.Series, error){"Share": r.Share, "Spending": r.Spending, "GDP": r.GDP} {
			checkProjected(t, what, r)(series(code))
		}
		share, money, err := r.Gap(code)
		checkProjected(t, "Gap, share", r)(share, err)
		checkProjected(t, "Gap, money", r)(money, err)
		gap, money, err := r.GapTo(code, 0.02)
		checkProjected(t, "GapTo, share", r)(gap, err)
		checkProjected(t, "GapTo, money", r)(money, err)
		reaches, err := r.Milestones(code)
		if err != nil {
			t.Error(err)
		}
		reach, err := r.ReachShare(code, 0.02)
		if err != nil {
			t.Error(err)
		}
		for _, reach := range append(reaches, reach) {
			if year, ok := reach.Year(); ok && (year < r.Options.Base || year > r.Options.To) || reach.String() == "" {
				t.Errorf("%+v", reach)
			}
		}
	}
}

func checkPace(t *testing.T, r *projection.Result) {
	p, err := projection.Pace(r)
	if (err == nil) != (p != nil) {
		t.Fatalf("%v and %v", p, err)
	}
	if err != nil {
		checkError(t, err)
		return
	}
	checkTable(t, "Pace", p, "points now", "points needed", "times as fast", "growth now", "growth needed", "demanding")
}

func checkCosts(t *testing.T, r *projection.Result) {
	for _, baseline := range []projection.Baseline{projection.FrozenShare(), projection.FrozenMoney(), {Name: "as it is", Pledge: r.Scenario.Pledge, Response: r.Scenario.Reaction()}} {
		c, err := projection.Cost(r, baseline)
		if (err == nil) != (c != nil) {
			t.Fatalf("%v and %v", c, err)
		}
		if err != nil {
			checkError(t, err)
			continue
		}
		checkTable(t, "Costs", c)
		checkTable(t, "Steps", c.Steps())
		checkTable(t, "Totals", c.Totals())
		checkProjected(t, "Yearly", r)(c.Yearly())
		checkProjected(t, "Cumulative", r)(c.Cumulative())
		checkProjected(t, "Increments", r)(c.Increments())
		total, err := c.Total()
		if err != nil || math.IsNaN(total) || math.IsInf(total, 0) || baseline.Name == "as it is" && total != 0 {
			t.Errorf("total %v, %v", total, err)
		}
	}
}
