package projection_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// inZebras is a data set on a pledge that nobody has thought of. Its denominator is as
// long as GDP, so that tables have the same columns.
func inZebras(d *scenario.Dataset) *scenario.Dataset {
	d = d.Clone()
	d.Quantity, d.Denominator = "zebra spending", "GNX"
	return d
}

// tablesOn gives each table that this package makes, of a data set from 2000 to 2014.
func tablesOn(t *testing.T, d *scenario.Dataset) map[string]projection.Tabular {
	t.Helper()
	ctx := context.Background()
	must := func(table projection.Tabular, err error) projection.Tabular {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return table
	}
	o := projection.Options{Base: 2014, To: 2022, Draws: 300, Seed: 1}
	s := scenario.Scenario{
		Name: "in steps", Pledge: scenario.Steps{{Share: 0.02, By: 2018}, {Share: 0.025, By: 2021}}, Note: "GDP of Borduria is a secret.",
		Growth:   scenario.Shock{Path: scenario.Historic{Years: 50}, First: 2016, Depth: 0.05},
		Response: scenario.Floor{Response: scenario.Ramp{}},
	}
	slow := s
	slow.Name, slow.Pledge, slow.Response = "at this pace", scenario.Target{Share: 0.02}, scenario.UpTo{Response: scenario.Trend{Years: 50}}
	high := slow
	high.Name, high.Response = "beyond all experience", scenario.Budget{RealGrowth: 0.45}
	drawn := s
	drawn.Name, drawn.Growth = "drawn", scenario.Downturn{Around: scenario.Bootstrap{}, Chance: 0.1, Depth: 0.04}
	kept := drawn
	kept.Name, kept.Response = "kept", scenario.Peers{Speed: 0.1, Level: 0.02}
	r := run(t, d, s, o)
	c, err := projection.Compare(r, run(t, d, slow, o), run(t, d, high, o))
	if err != nil {
		t.Fatal(err)
	}
	pace, err := projection.Pace(r)
	if err != nil {
		t.Fatal(err)
	}
	record, err := projection.Outcome(d, 0.015)
	if err != nil {
		t.Fatal(err)
	}
	axes := []projection.Axis{projection.GrowthShifts(-0.01, 0.01), projection.Targets(0.02, 0.025)}
	grid := sweep(t, d, slow, axes, o)
	costs, err := projection.SweepCost(ctx, d, slow, []projection.Axis{projection.Growths(0.01, 0.02)}, projection.FrozenShare(), o)
	if err != nil {
		t.Fatal(err)
	}
	chances, err := projection.SweepChance(ctx, d, drawn, axes, 0, o)
	if err != nil {
		t.Fatal(err)
	}
	growth, err := projection.BreakEvenGrowth(d, slow, "AAX", o)
	if err != nil {
		t.Fatal(err)
	}
	e := simulate(t, d, drawn, o)
	early := o
	early.Base = 2010
	covered := cover(t, d, simulate(t, d, slowly(drawn), early))
	x, err := projection.SimulateDifference(ctx, d, drawn, kept, o)
	if err != nil {
		t.Fatal(err)
	}
	dear, err := projection.SimulateCost(ctx, d, drawn, projection.FrozenShare(), o)
	if err != nil {
		t.Fatal(err)
	}
	b := backtest(t, d, d, []int{2008, 2010}, []scenario.Scenario{slowly(drawn)}, projection.BacktestOptions{Ahead: 2, Draws: 100, MinOutcomes: 2})
	reliable, err := b.Chances("drawn")
	if err != nil {
		t.Fatal(err)
	}
	extra := cost(t, r, projection.FrozenShare())
	later, err := scenario.NewDataset("later", d.Money, scenario.Member{
		Code: "AAX", Share: scenario.NewSeries(2010, 0.03), GDP: scenario.NewSeries(2011, 2000), Spending: scenario.NewSeries(2012, 90),
	})
	if err != nil {
		t.Fatal(err)
	}
	later.Quantity, later.Denominator = d.Quantity, d.Denominator
	_, found, err := d.With(later, scenario.WithOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]projection.Tabular{
		"result": r, "years": r.Years(), "milestones": r.MilestoneYears(), "group": must(r.GroupTable("Both")),
		"comparison": c, "differences": c.Differences(), "counts": c.Counts(), "record": record, "pace": pace,
		"costs": extra, "totals": extra.Totals(), "steps": extra.Steps(), "frozen money": cost(t, r, projection.FrozenMoney()),
		"sweep": grid, "grid": must(grid.Table("AAX")), "sweep of costs": costs, "sweep of chances": chances,
		"sensitivity": oneAtATime(t, d, slow, "AAX", append(axes, projection.Growths(0.03)), o),
		"break-even":  growth, "ensemble": e, "chances": must(e.Chances(2018)), "drawn years": e.Years(), "drawn counts": e.Counts(),
		"coverage": covered, "quantiles": covered.Quantiles(), "difference": x, "drawn costs": dear.Costs(),
		"backtest": b, "scores": b.ScoreTable(), "side by side": b.SideBySide(), "only": projection.Only(b.SideBySide(), "CRPS"), "reliability": reliable,
		"discrepancies": projection.Discrepancies(found),
	}
}

// slowly is a scenario with a pledge that has no deadline before a base year.
func slowly(s scenario.Scenario) scenario.Scenario {
	s.Pledge, s.Response = scenario.Target{Share: 0.02}, scenario.Ramp{Pace: 0.001}
	return s
}

// No table knows what is pledged, or of what it is a share: on another data set each is
// the same but for its words, in every format.
func TestTablesHaveTheWordsOfTheData(t *testing.T) {
	plain := tablesOn(t, history(t, 2, 2000, 2014))
	kinds := map[string]bool{}
	for _, table := range plain {
		kinds[fmt.Sprintf("%T", table)] = true
	}
	for name, ts := range everyTable(t) {
		if kind := fmt.Sprintf("%T", ts[0]); !kinds[kind] {
			t.Errorf("%s, a %s, is not among the tables", name, kind)
		}
	}
	for name, table := range tablesOn(t, inZebras(history(t, 2, 2000, 2014))) {
		for _, format := range projection.Formats() {
			var of, in bytes.Buffer
			if err := errors.Join(projection.Write(&of, format, plain[name]), projection.Write(&in, format, table)); err != nil {
				t.Fatalf("%s as %s: %v", name, format, err)
			}
			want := strings.ReplaceAll(of.String(), "GDP", "GNX")
			want = strings.ReplaceAll(want, "GNX of Borduria", "GDP of Borduria") // the words of the user
			if diff := cmp.Diff(want, in.String()); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", name, format, diff)
			}
			if strings.Contains(strings.ToLower(in.String()), "defence") {
				t.Errorf("%s as %s speaks of defence", name, format)
			}
		}
	}
}

// A data set whose words cannot stand in tables is refused before any work.
func TestWordsOfTheData(t *testing.T) {
	for _, tc := range []struct {
		change func(*scenario.Dataset)
		want   string
		kind   error
	}{
		{func(d *scenario.Dataset) { d.Quantity = " " }, `Dataset.Quantity is empty: tables and charts need the word, such as "defence spending"`, scenario.ErrMissing},
		{func(d *scenario.Dataset) { d.Denominator = "" }, `Dataset.Denominator is empty: tables and charts need the word, such as "GDP"`, scenario.ErrMissing},
		{func(d *scenario.Dataset) { d.Quantity = "aid\nand more" }, `Dataset.Quantity = "aid\nand more" has a line break or another control character: it stands in titles and units`, scenario.ErrInvalid},
		{func(d *scenario.Dataset) { d.Denominator = "spending" }, `Dataset.Denominator = "spending" is the name of another column of the tables: say more, such as "government spending"`, scenario.ErrDuplicate},
	} {
		d := twoMembers()
		tc.change(d)
		_, err := projection.Run(d, scenario.Scenario{Name: "s", Growth: scenario.Constant(0)}, projection.Options{})
		if err == nil || err.Error() != tc.want || !errors.Is(err, tc.kind) {
			t.Errorf("error %v, want %s", err, tc.want)
		}
	}
}

// Shares of one thing are not scored by shares of another; side by side in a table they
// are told apart.
func TestUnitsAreNotMixed(t *testing.T) {
	d := history(t, 2, 2000, 2014)
	s := scenario.Scenario{Name: "drawn", Growth: scenario.AR1{Around: scenario.Constant(0), SD: 0.01}, Response: scenario.Hold{}}
	_, err := projection.RunBacktest(context.Background(), d, inZebras(d), []int{2010}, nil, projection.BacktestOptions{Draws: 10})
	if want := "origin = 2010 is given edition history cut at 2010, which has shares in % of GDP, history in % of GNX: they cannot be compared"; err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, scenario.ErrUnit) {
		t.Errorf("backtest: %v, want %q", err, want)
	}
	e := simulate(t, d, s, projection.Options{Base: 2010, Draws: 10})
	_, err = projection.Cover(inZebras(d), e)
	if want := `outcome = history has shares in % of GNX, history in % of GDP: they cannot be compared`; err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, scenario.ErrUnit) {
		t.Errorf("coverage: %v, want %q", err, want)
	}
	a := run(t, d, s, projection.Options{Base: 2014, To: 2016})
	s.Name = "of zebras"
	c, err := projection.Compare(a, run(t, inZebras(d), s, projection.Options{Base: 2014, To: 2016}))
	if err != nil {
		t.Fatal(err)
	}
	want := `["drawn" and "of zebras" differ in what is pledged: spending and zebra spending "drawn" and "of zebras" differ in the unit of shares: % of GDP and % of GNX]`
	if got := fmt.Sprint(c.Warnings); got != want {
		t.Errorf("warnings %s, want %s", got, want)
	}
}
