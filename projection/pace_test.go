package projection_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func pace(t *testing.T, d *scenario.Dataset, target scenario.Target, o projection.Options) map[string]projection.MemberPace {
	t.Helper()
	table, err := projection.Pace(run(t, d, scenario.Scenario{
		Name: "pledge", Pledge: target, Growth: scenario.Constant(0.02), Response: scenario.Hold{},
	}, o))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]projection.MemberPace{}
	for _, m := range table.Members {
		rows[m.Member] = m
	}
	return rows
}

func TestPaceByHand(t *testing.T) {
	a := pace(t, twoMembers(), scenario.Target{Share: 0.02, By: 2026}, projection.Options{})["AAA"]
	// From 1.20% in 2014 to 1.60% in 2022 is 0.05 points a year; 12 to 16 million
	// in eight years is (16/12)^(1/8) - 1 a year.
	near(t, "points now", a.PointsNow, 0.0005, 1e-12)
	near(t, "growth now", a.GrowthNow, math.Pow(16.0/12, 1.0/8)-1, 1e-12)
	// 0.40 points in four years; 2% of a GDP of 1000*1.02^4 over 16 million.
	near(t, "points needed", a.PointsNeeded, 0.001, 1e-12)
	near(t, "growth needed", a.GrowthNeeded, math.Pow(0.02*1000*math.Pow(1.02, 4)/16, 1.0/4)-1, 1e-12)
	if ratio, ok := a.Ratio(); !ok || math.Abs(ratio-2) > 1e-9 {
		t.Errorf("ratio %v, %v, want twice as fast", ratio, ok)
	}
	// Two members with five windows of four years each; none grew that fast.
	if a.Windows != 10 || a.Demanding != 1 {
		t.Errorf("exceeds %v of %d windows, want all of 10", a.Demanding, a.Windows)
	}
}

func TestPaceWhereNoneIsNeeded(t *testing.T) {
	for name, target := range map[string]scenario.Target{
		"met already": {Share: 0.02, By: 2026},
		"no deadline": {Share: 0.03},
	} {
		b := pace(t, twoMembers(), target, projection.Options{})["BBB"]
		if !math.IsNaN(b.PointsNeeded) || !math.IsNaN(b.GrowthNeeded) || !math.IsNaN(b.Demanding) {
			t.Errorf("%s: needs %v points, %v growth, demanding %v", name, b.PointsNeeded, b.GrowthNeeded, b.Demanding)
		}
		if _, ok := b.Ratio(); ok {
			t.Errorf("%s: has a ratio", name)
		}
	}
}

// A member whose share falls has no "times as fast".
func TestPaceThatLeadsAway(t *testing.T) {
	d, err := scenario.NewDataset("falling", "million", scenario.Member{
		Code: "AAA", Share: scenario.NewSeries(2020, 0.016, 0.015), GDP: scenario.NewSeries(2020, 100, 100),
	})
	if err != nil {
		t.Fatal(err)
	}
	a := pace(t, d, scenario.Target{Share: 0.02, By: 2026}, projection.Options{})["AAA"]
	if _, ok := a.Ratio(); ok || a.PointsNow >= 0 {
		t.Errorf("points now %v has a ratio", a.PointsNow)
	}
	if !math.IsNaN(a.Demanding) || a.Windows != 0 {
		t.Errorf("compared with %d windows of five years in a record of two", a.Windows)
	}
}

// The record is that of the whole edition, so that a member's answer does not
// depend on who else is asked about, and it ends with the base year.
func TestDemandingUsesTheWholeEditionUpToTheBaseYear(t *testing.T) {
	target := scenario.Target{Share: 0.02, By: 2023}
	together := pace(t, twoMembers(), target, projection.Options{Base: 2019})["AAA"]
	alone := pace(t, twoMembers(), target, projection.Options{Base: 2019, Members: []string{"AAA"}})["AAA"]
	if together.Demanding != alone.Demanding || together.Windows != 4 || alone.Windows != 4 {
		t.Errorf("together %v of %d, alone %v of %d", together.Demanding, together.Windows, alone.Demanding, alone.Windows)
	}
}

// A window that grew exactly as fast as is needed did not grow more slowly.
func TestDemandingCountsSlowerWindowsOnly(t *testing.T) {
	d, err := scenario.NewDataset("steady", "million", scenario.Member{
		Code: "AAA", Share: scenario.NewSeries(2020, 0.0025, 0.005, 0.01), GDP: scenario.NewSeries(2020, 128, 128, 128),
	})
	if err != nil {
		t.Fatal(err)
	}
	table, err := projection.Pace(run(t, d, scenario.Scenario{
		Name: "double in a year", Pledge: scenario.Target{Share: 0.02, By: 2023}, Growth: scenario.Constant(0), Response: scenario.Hold{},
	}, projection.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if a := table.Members[0]; a.GrowthNeeded != 1 || a.Windows != 2 || a.Demanding != 0 {
		t.Errorf("growth needed %v exceeds %v of %d windows that doubled", a.GrowthNeeded, a.Demanding, a.Windows)
	}
	var warned []string
	for _, w := range table.Warnings {
		warned = append(warned, w.Error())
	}
	if diff := cmp.Diff([]string{"AAA: pace over 2 years, 8 asked"}, warned); diff != "" {
		t.Error(diff)
	}
}

// A break of the series is left out of the pace, and the warning says which. A
// record shorter than the way to go cannot be compared with.
func TestPaceWarnings(t *testing.T) {
	growth, err := imf.Real("2026-04")
	if err != nil {
		t.Fatal(err)
	}
	table, err := projection.Pace(run(t, nato.Latest(), scenario.Scenario{
		Name: "3.5% by 2045", Pledge: scenario.Target{Share: 0.035, By: 2045}, Growth: growth, Response: scenario.Ramp{},
	}, projection.Options{Base: 2026, Members: []string{"LUX"}}))
	if err != nil {
		t.Fatal(err)
	}
	all := errors.Join(table.Warnings...).Error()
	for _, want := range []string{"LUX: pace over 7 years, 8 asked: without 2023, ", "LUX: the edition has no record of 19 years to compare with"} {
		if !strings.Contains(all, want) {
			t.Errorf("no warning %q in\n%s", want, all)
		}
	}
}

// For a pledge that is known later the way begins when it is known: the pace
// needed is that of the ramp itself.
func TestPaceOfALaterPledge(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{
		Name: "2% by 2040", Pledge: scenario.Target{Share: 0.02, From: 2035, By: 2040}, Growth: scenario.Constant(0.01), Response: scenario.Ramp{},
	}, projection.Options{})
	table, err := projection.Pace(r)
	if err != nil {
		t.Fatal(err)
	}
	before := at(t, 2034)(r.Share("AAA"))
	near(t, "pace needed", table.Members[0].PointsNeeded, at(t, 2035)(r.Share("AAA"))-before, 1e-12)
	if table.Members[0].Years != 6 {
		t.Errorf("over %d years, want 2035 to 2040", table.Members[0].Years)
	}
}

// Nothing grows from zero: the growth needed has no value.
func TestPaceFromZero(t *testing.T) {
	d := country(t, "AAA", "million", 2022, 0, 100)
	a := pace(t, d, scenario.Target{Share: 0.02, By: 2030}, projection.Options{})["AAA"]
	near(t, "points needed", a.PointsNeeded, 0.0025, 1e-12)
	if !math.IsNaN(a.GrowthNeeded) || a.Windows != 0 {
		t.Errorf("growth needed %v", a.GrowthNeeded)
	}
}

// A deadline after the horizon still has a needed pace.
func TestPaceBeyondTheHorizon(t *testing.T) {
	target := scenario.Target{Share: 0.02, By: 2035}
	near := pace(t, twoMembers(), target, projection.Options{To: 2025})["AAA"]
	far := pace(t, twoMembers(), target, projection.Options{To: 2040})["AAA"]
	if near.PointsNeeded != far.PointsNeeded || near.GrowthNeeded != far.GrowthNeeded {
		t.Errorf("the horizon changes the needed pace: %v and %v", near, far)
	}
}

// What is left out of the pace is told of the years of the window, which begins with
// the change to its first year, and of no others.
func TestPaceTellsBreaksOfTheWindow(t *testing.T) {
	m := scenario.Member{Code: "AAA", Share: scenario.NewSeries(2018, 0.01, 0.011, 0.012, 0.013, 0.014, 0.015, 0.016), GDP: scenario.NewSeries(2018, 1, 1, 1, 1, 1, 1, 1)}
	for _, year := range []int{2020, 2021, 2022, 2024} {
		m.Breaks = append(m.Breaks, scenario.Break{Year: year, Why: "b"})
	}
	d, err := scenario.NewDataset("breaks", "million", m)
	if err != nil {
		t.Fatal(err)
	}
	table, err := projection.Pace(run(t, d, scenario.Scenario{
		Name: "there already", Pledge: scenario.Target{Share: 0.01, By: 2030}, Growth: scenario.Constant(0), Response: scenario.Ramp{},
	}, projection.Options{Window: 3}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := errors.Join(table.Warnings...).Error(), "AAA: pace over 1 years, 3 asked: without 2022, b: without 2024, b"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// It rises, and nothing more is needed: there is no ratio, and it is 0.
	if ratio, ok := table.Members[0].Ratio(); ok || ratio != 0 || !(table.Members[0].PointsNow > 0) {
		t.Errorf("%v, %v of %+v", ratio, ok, table.Members[0])
	}
}

// inHindsight asks from 2030 on for what should have been met in 2029.
type inHindsight struct{}

func (inHindsight) Ask(v scenario.View) scenario.Ask {
	if v.Year < 2030 {
		return scenario.Ask{}
	}
	return scenario.Ask{Share: 0.05, By: 2029}
}

// No pace meets a deadline that has passed when something is asked.
func TestPaceOfAPastDeadline(t *testing.T) {
	table, err := projection.Pace(run(t, twoMembers(), scenario.Scenario{Name: "late", Pledge: inHindsight{}, Growth: scenario.Constant(0), Response: scenario.Hold{}}, projection.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range table.Members {
		if m.Years != 0 || !math.IsNaN(m.PointsNeeded) || !math.IsNaN(m.GrowthNeeded) {
			t.Errorf("%+v", m)
		}
	}
}

// The record is that of the members with figures.
func TestRecordIsOfMembersWithFigures(t *testing.T) {
	d := twoMembers()
	var members []scenario.Member
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, *m)
	}
	d, err := scenario.NewDataset("illustration", d.Money, append(members, scenario.Member{Code: "CCC", Name: "Cocagne", Exempt: "no armed forces"})...)
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "met", Pledge: scenario.Target{Share: 0.03, By: 2030}, Growth: scenario.Constant(0), Response: scenario.Ramp{}}
	table, err := projection.Pace(run(t, d, s, projection.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if notes := strings.Join(table.About().Notes, " "); !strings.Contains(notes, "the record of all 2 members") {
		t.Errorf("notes: %s", notes)
	}
}
