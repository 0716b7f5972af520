package projection_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if the change is meant, run with -update:\n%s", path, diff)
	}
}

// tables gives one of each kind of table, on two scenarios that are met, missed
// and lost again.
func tables(t *testing.T) map[string][]projection.Tabular {
	t.Helper()
	trend := scenario.Scenario{
		Name: "2.2%, at this pace", Pledge: scenario.Target{Share: 2.2 * scenario.Percent},
		Growth: scenario.Constant(0.02), Note: "An illustration: | and * and _ are harmless.",
	}
	ramp := trend
	ramp.Name, ramp.Pledge, ramp.Response = "2.5% by 2030", scenario.Target{Share: 2.5 * scenario.Percent, By: 2030}, scenario.Ramp{}
	a, b := run(t, twoMembers(), trend, projection.Options{To: 2032}), run(t, twoMembers(), ramp, projection.Options{To: 2032})
	compared, err := projection.Compare(a, b)
	if err != nil {
		t.Fatal(err)
	}
	pace, err := projection.Pace(b)
	if err != nil {
		t.Fatal(err)
	}
	outcome, err := projection.Outcome(twoMembers(), 1.5*scenario.Percent)
	if err != nil {
		t.Fatal(err)
	}
	grid := sweep(t, twoMembers(), trend, []projection.Axis{
		projection.GrowthShifts(-0.02, 0, 0.02), projection.Targets(0.015, 0.0175, 0.02, 0.0225, 0.025, 0.0275, 0.03, 0.0325),
	}, projection.Options{To: 2032})
	one, err := grid.Table("BBB")
	if err != nil {
		t.Fatal(err)
	}
	even, err := projection.BreakEvenGrowth(twoMembers(), trend, "AAA", projection.Options{To: 2032})
	if err != nil {
		t.Fatal(err)
	}
	sensitivity := oneAtATime(t, twoMembers(), trend, "AAA", []projection.Axis{
		projection.Targets(0.02, 0.0225), projection.GrowthShifts(-0.02, 0.02), projection.SpendingShifts(0.02),
	}, projection.Options{To: 2032})
	group, err := b.GroupTable("Both")
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]projection.Tabular{
		"sweep":       {grid},
		"sensitivity": {sensitivity},
		"grid":        {one},
		"break-even":  {even},
		"years":       {compared, outcome},
		"differences": {compared.Differences()},
		"pace":        {pace},
		"costs":       {cost(t, b, projection.FrozenShare()), cost(t, b, projection.FrozenMoney())},
		"paths":       {run(t, twoMembers(), ramp, projection.Options{To: 2024, Members: []string{"AAA"}})},
		"milestones":  {a.MilestoneYears(), b.MilestoneYears()},
		"counts":      {compared.Counts()},
		"group":       {group},
		"cost-totals": {cost(t, b, projection.FrozenShare()).Totals()},
		"cost-steps":  {cost(t, b, projection.FrozenShare()).Steps()},
	}
}

// The further lines of a note are indented, and still no wider than the first.
func TestLongNotesFitATerminal(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{
		Name: "hold", Growth: scenario.Constant(0), Response: scenario.Hold{}, Note: strings.Repeat("x ", 200),
	}, projection.Options{})
	var b bytes.Buffer
	if err := projection.WriteText(&b, r.Years()); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d characters: %s", n, line)
		}
	}
}

// Two numbers for one place would hide each other.
func TestTablesThatHideEachOther(t *testing.T) {
	s := scenario.Scenario{Name: "hold", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0), Response: scenario.Hold{}}
	early, late := run(t, twoMembers(), s, projection.Options{Base: 2018}), run(t, twoMembers(), s, projection.Options{})
	for _, format := range projection.Formats() {
		if err := projection.Write(io.Discard, format, early.Years(), late.Years()); !errors.Is(err, scenario.ErrDuplicate) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// Money in two units says its unit in each column.
func TestColumnsNameTheirCurrency(t *testing.T) {
	var tables []projection.Tabular
	for _, money := range []string{"EUR million", "PLN million"} {
		d := country(t, "AAA", money, 2020, 0.02, 100)
		r := run(t, d, scenario.Scenario{Name: "growth", Growth: scenario.Constant(0.1), Response: scenario.Hold{}}, projection.Options{To: 2022})
		tables = append(tables, cost(t, r, projection.FrozenMoney()).Totals())
	}
	var b bytes.Buffer
	if err := projection.WriteMarkdown(&b, tables...); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"spending frozen, EUR million", "spending frozen, PLN million"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no column %q in\n%s", want, b.String())
		}
	}
}

// Estimates are marked e; projected numbers beside published ones p; the shares
// of a base year that are estimates, or come from elsewhere, are named.
func TestMarks(t *testing.T) {
	d, err := nato.Edition("2023-03")
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, d, scenario.Scenario{
		Name: "2%", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0.01), Response: scenario.Hold{},
	}, projection.Options{Base: 2022, To: 2024, Members: []string{"ALB", "GBR"}})
	counted, err := projection.Compare(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		table projection.Tabular
		want  []string
	}{
		{r, []string{"2022     2.16e", "2023     2.16p", "2022      1.21 ", "(1 of 2 shares are estimates of the source)"}},
		{r.Years(), []string{"never*", "already\n", "*: starts from a share that was printed in edition nato-2024-06."}},
		{counted.Counts(), []string{"2014         1\n", "2022        1e\n", "2024        1p\n"}},
	} {
		var b bytes.Buffer
		if err := projection.WriteText(&b, c.table); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%T does not say %q:\n%s", c.table, want, b.String())
			}
		}
	}
}
