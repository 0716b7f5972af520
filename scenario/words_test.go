package scenario_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
)

// aid is a data set on another pledge than NATO's.
func aid(t *testing.T) *scenario.Dataset {
	t.Helper()
	d, err := scenario.NewDataset("aid", "million", scenario.Member{Code: "NLD", Name: "Netherlands"})
	if err != nil {
		t.Fatal(err)
	}
	d.Quantity, d.Denominator = "official development assistance", "GNI"
	return d
}

// What each model says of GDP is said of what the shares of the data set are shares of.
func TestWords(t *testing.T) {
	forecast, err := imf.Real("2023-04")
	if err != nil {
		t.Fatal(err)
	}
	prices, err := imf.Deflator("2023-04")
	if err != nil {
		t.Fatal(err)
	}
	table := scenario.Table{Name: "real GDP growth, OECD", Rates: map[string]scenario.Series{"NLD": scenario.NewSeries(2024, 0.01)}, Then: scenario.Historic{}}
	target := scenario.Target{Share: 0.7 * scenario.Percent, By: 2030}
	for _, tc := range []struct {
		part fmt.Stringer
		want string
	}{
		{target, "0.7% of GNI by 2030"},
		{scenario.Steps{target, {Share: 1 * scenario.Percent}}, "0.7% of GNI by 2030; then 1% of GNI, no deadline"},
		{scenario.Except{Pledge: target, Terms: map[string]scenario.Pledge{"NLD": scenario.Target{Share: 0.01}}}, "0.7% of GNI by 2030; NLD: 1% of GNI, no deadline"},
		{scenario.Constant(0.015), "GNI grows 1.5% a year"},
		{scenario.Constant(-0.015), "GNI shrinks 1.5% a year"},
		{scenario.Historic{}, "GNI goes on growing at each member's mean rate of the last 10 years"},
		{scenario.Shift{Path: scenario.Constant(0.01), By: 0.01}, "GNI grows 1% a year, plus 1 percentage point"},
		{scenario.Shock{Path: scenario.Constant(0.01), First: 2027, Depth: 0.05}, "GNI grows 1% a year; a recession in 2027 costs 5% of GNI, which is never made good"},
		{scenario.Downturn{Around: scenario.Constant(0.01), Chance: 0.1, Depth: 0.05}, "GNI grows 1% a year; in simulations a recession with a chance of 10% a year, which costs 5% of GNI for good; it strikes each member by itself"},
		{scenario.Bootstrap{}, "GNI grows as in years drawn from the last 10, 2 in a row, the same for all members"},
		{scenario.Hold{}, "spending keeps its share of GNI"},
		{scenario.Floor{Response: scenario.Hold{}}, "spending keeps its share of GNI; the share of GNI is never cut"},
		{scenario.Peers{Speed: 0.1, Level: 0.005}, "the share closes 10% of its distance to 0.5% of GNI a year"},
		{scenario.Peers{Speed: 0.1, Levels: scenario.NewSeries(2020, 0.005)}, "the share closes 10% of its distance to the median of the base year (0.5% of GNI in 2020) a year"},
		{forecast.(fmt.Stringer), "GNI grows as in IMF WEO, April 2023"},
		{imf.RealTime{}, "GNI grows as the IMF forecast at the time, before April 2019 at each member's mean rate of the last 10 years"},
		// Names of tables are names.
		{table, "GNI grows as in real GDP growth, OECD, then goes on growing at each member's mean rate of the last 10 years"},
		{scenario.Nominal{Path: table, Inflation: prices}, "GNI grows as in real GDP growth, OECD, then goes on growing at each member's mean rate of the last 10 years, in real terms; inflation: as in IMF WEO, April 2023, GDP deflator"},
	} {
		if diff := cmp.Diff(tc.want, aid(t).Words(tc.part.String())); diff != "" {
			t.Errorf("%T (-want +got):\n%s", tc.part, diff)
		}
	}
}

// A scenario is described in the words of a data set, but for what the user wrote.
func TestScenarioIn(t *testing.T) {
	s := scenario.Scenario{
		Name: "0.7% of GDP by 2030", Note: "A share of GDP is easier to find.",
		Pledge: scenario.Target{Share: 0.7 * scenario.Percent, By: 2030}, Growth: scenario.Constant(0.015), Response: scenario.Hold{},
	}
	want := `0.7% of GDP by 2030
  pledge:   0.7% of GNI by 2030
  growth:   GNI grows 1.5% a year
  response: spending keeps its share of GNI
  note:     A share of GDP is easier to find.`
	if diff := cmp.Diff(want, s.In(aid(t))); diff != "" {
		t.Errorf("in the words of the data (-want +got):\n%s", diff)
	}
	d := aid(t)
	d.Denominator = "GDP"
	if diff := cmp.Diff(s.String(), s.In(d)); diff != "" {
		t.Errorf("of GDP (-String +In):\n%s", diff)
	}
	if strings.Contains(s.String(), "GNI") {
		t.Error("String knows a data set")
	}
}

func TestDatasetFormatShare(t *testing.T) {
	for _, tc := range []struct {
		denominator, want string
	}{{"", "0.7% of GDP"}, {"GDP", "0.7% of GDP"}, {"gross national income", "0.7% of gross national income"}} {
		d := scenario.Dataset{Denominator: tc.denominator}
		if got := d.FormatShare(0.7 * scenario.Percent); got != tc.want {
			t.Errorf("%q: %q, want %q", tc.denominator, got, tc.want)
		}
	}
}
