package scenario_test

import (
	"errors"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/scenario"
)

// pct keeps the tables of the tests short: 2*pct is two per cent.
const pct = scenario.Percent

// base is the last published year of every member of these tests.
const base = 2024

// near compares floats up to rounding.
var near = cmpopts.EquateApprox(1e-12, 1e-12)

// series compares series by their figures, all digits of them.
var series = cmp.Comparer(func(a, b scenario.Series) bool { return a.String() == b.String() })

// member has shares of GDP, in per cent, that end in the base year, and a GDP of
// 1000 in each of these years.
func member(percents ...float64) *scenario.Member {
	first := base - len(percents) + 1
	m := &scenario.Member{Code: "DEU", Name: "Germany"}
	gdp := make([]float64, len(percents))
	shares := make([]float64, len(percents))
	for i, p := range percents {
		gdp[i], shares[i] = 1000, scenario.FromPercent(p)
	}
	m.Share, m.GDP = scenario.NewSeries(first, shares...), scenario.NewSeries(first, gdp...)
	return m
}

// project steps a member through the years after the base year, with GDP
// growing at one rate. A nil pledge asks nothing.
func project(m *scenario.Member, p scenario.Pledge, r scenario.Response, growth float64, to int) *scenario.Track {
	track := scenario.NewTrack(m, base)
	gdp, _ := m.GDP.At(base)
	for track.Next() <= to {
		gdp *= 1 + growth
		view := track.View(gdp)
		var ask scenario.Ask
		if p != nil {
			ask = p.Ask(view)
		}
		track.Append(r.Spend(view, ask), gdp)
	}
	return track
}

// percents gives the projected shares of GDP in per cent.
func percents(t *scenario.Track) []float64 {
	var shares []float64
	for year := base + 1; year < t.Next(); year++ {
		v, _ := t.Share(year)
		shares = append(shares, scenario.ToPercent(v))
	}
	return shares
}

// spent gives the projected spending.
func spent(t *scenario.Track) []float64 {
	var money []float64
	for year := base + 1; year < t.Next(); year++ {
		v, _ := t.Spending(year)
		money = append(money, v)
	}
	return money
}

// observations lists a series, for comparisons.
func observations(s scenario.Series) []scenario.Observation {
	return slices.Collect(s.Observations())
}

// texts gives the message of each joined error.
func texts(err error) []string {
	var all []string
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []string{err.Error()}
	}
	for _, e := range joined.Unwrap() {
		all = append(all, e.Error())
	}
	return all
}

// messages gives the text of each warning.
func messages(errs []error) []string { return texts(errors.Join(errs...)) }

// faultsOf validates a scenario that is sound but for one part, or more.
func faultsOf(change func(*scenario.Scenario)) []string {
	s := scenario.Scenario{
		Name:     "test",
		Pledge:   scenario.Target{Share: 2 * pct, By: 2030},
		Growth:   scenario.Constant(1 * pct),
		Response: scenario.Ramp{},
	}
	change(&s)
	return texts(s.Validate())
}

// equal fails the test, and shows the difference, where got is not want.
func equal(t *testing.T, got, want any, opts ...cmp.Option) {
	t.Helper()
	if diff := cmp.Diff(want, got, opts...); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

var update = flag.Bool("update", false, "write golden files and scenario.schema.json anew")

// golden compares a text with that of a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; if that is meant, run with -update (-want +got):\n%s", name, diff)
	}
}
