package projection_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// plan makes a data set of one member with a GDP of 100 and a scenario in which
// it spends as planned, so that its shares are what the test says.
func planned(t *testing.T, pledge scenario.Pledge, base float64, shares ...float64) *projection.Result {
	t.Helper()
	money := make([]float64, len(shares))
	for i, s := range shares {
		money[i] = 100 * s
	}
	d := country(t, "AAA", "million", 2020, base, 100)
	return run(t, d, scenario.Scenario{
		Name: "plan", Pledge: pledge, Growth: scenario.Constant(0),
		Response: scenario.Plan{Spending: map[string]scenario.Series{"AAA": scenario.NewSeries(2021, money...)}},
	}, projection.Options{To: 2020 + len(shares)})
}

// What a table says of a member, for every way in which a target can be met,
// held, lost or missed.
func TestReachInWords(t *testing.T) {
	open, by2022 := scenario.Target{Share: 0.02}, scenario.Target{Share: 0.02, By: 2022}
	for _, c := range []struct {
		name   string
		pledge scenario.Pledge
		base   float64
		shares []float64
		want   string
		status projection.Status
		spans  []projection.Span
		onTime bool // false where it is not known
		late   int
		lost   int
	}{
		{"nothing asked", nil, 0.03, []float64{0.03, 0.03, 0.03}, "not asked", projection.NotAsked, nil, false, 0, 0},
		{"met already", open, 0.02, []float64{0.02, 0.02, 0.02}, "already", projection.MetAlready, []projection.Span{{From: 2020, To: 2023}}, false, 0, 0},
		{"met already and lost", open, 0.02, []float64{0.02, 0.019, 0.018}, "until 2021", projection.MetAlready, []projection.Span{{From: 2020, To: 2021}}, false, 0, 2022},
		{"met already, lost, met again", by2022, 0.02, []float64{0.019, 0.02, 0.02}, "until 2020, 2022", projection.MetAlready, []projection.Span{{From: 2020, To: 2020}, {From: 2022, To: 2023}}, true, 0, 2021},
		{"met in time", by2022, 0.01, []float64{0.015, 0.02, 0.025}, "2022", projection.MetLater, []projection.Span{{From: 2022, To: 2023}}, true, 0, 0},
		{"met late", by2022, 0.01, []float64{0.012, 0.015, 0.02}, "2023", projection.MetLater, []projection.Span{{From: 2023, To: 2023}}, false, 1, 0},
		{"met early, lost by the deadline", by2022, 0.01, []float64{0.02, 0.015, 0.015}, "2021 only", projection.MetLater, []projection.Span{{From: 2021, To: 2021}}, false, 0, 2022},
		{"met for some years", open, 0.01, []float64{0.02, 0.02, 0.01}, "2021-2022", projection.MetLater, []projection.Span{{From: 2021, To: 2022}}, false, 0, 2023},
		{"met early, lost by the deadline, met again", by2022, 0.01, []float64{0.02, 0.015, 0.02}, "2021 only, 2023", projection.MetLater, []projection.Span{{From: 2021, To: 2021}, {From: 2023, To: 2023}}, false, 1, 2022},
		{"met already, deadline beyond the horizon", scenario.Target{Share: 0.02, By: 2030}, 0.03, []float64{0.03, 0.03}, "already", projection.MetAlready, []projection.Span{{From: 2020, To: 2022}}, false, 0, 0},
		{"never at this pace", by2022, 0.01, []float64{0.011, 0.012, 0.012}, "never", projection.NotByHorizon, nil, false, 0, 0},
		{"never, whatever the deadline", scenario.Target{Share: 0.02, By: 2030}, 0.01, []float64{0.01, 0.01}, "never", projection.NotByHorizon, nil, false, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			reach, err := planned(t, c.pledge, c.base, c.shares...).Reach("AAA")
			if err != nil {
				t.Fatal(err)
			}
			if reach.String() != c.want || reach.Status != c.status {
				t.Errorf("%q, %v; want %q, %v", reach, reach.Status, c.want, c.status)
			}
			onTime, known := reach.OnTime()
			if wantKnown := c.pledge == by2022; onTime != c.onTime || known != wantKnown {
				t.Errorf("on time %v, known %v; want %v, %v", onTime, known, c.onTime, wantKnown)
			}
			if diff := cmp.Diff(c.spans, reach.Spans); diff != "" {
				t.Error(diff)
			}
			if late, is := reach.Late(); late != c.late || is != (c.late > 0) {
				t.Errorf("late %v by %d years, want %d", is, late, c.late)
			}
			if lost, is := reach.Lost(); lost != c.lost || is != (c.lost > 0) {
				t.Errorf("lost %v in %d, want %d", is, lost, c.lost)
			}
		})
	}
}

// "never" is said only of a path that does not lead there later: not of one that
// falls or stands still at the horizon and rises afterwards.
func TestNeverIsNotSaidTooSoon(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.018, 100)
	slow := scenario.Table{Name: "boom, then stagnation", Rates: map[string]scenario.Series{"AAA": scenario.NewSeries(2021, 0.05, 0.05, 0.05, 0)}}
	for _, c := range []struct {
		name   string
		growth scenario.GrowthPath
		react  scenario.Response
		to     int
		want   string
	}{
		{"GDP outgrows spending for three years only", slow, scenario.Budget{RealGrowth: 0.01}, 2023, "not by 2023"},
		{"the same, to the end", slow, scenario.Budget{RealGrowth: 0.01}, 2060, "2046"}, // 1.8%*(1.01/1.05)^3 in 2023, then ceil(ln(2/1.602)/ln(1.01)) = 23 years
		{"GDP outgrows spending for ever", scenario.Constant(0.05), scenario.Budget{RealGrowth: 0.01}, 2023, "never"},
		{"a delayed start", scenario.Constant(0), scenario.Delayed{Response: scenario.Ramp{Pace: 0.001}, Years: 20}, 2030, "not by 2030"},
		{"steps before a deadline to come", scenario.Constant(0), scenario.Ramp{Pace: 0.001}, 2021, "not by 2021"},
		{"spending keeps its share", scenario.Constant(0.01), scenario.Hold{}, 2030, "never"},
	} {
		r := run(t, d, scenario.Scenario{Name: c.name, Pledge: scenario.Target{Share: 0.02}, Growth: c.growth, Response: c.react}, projection.Options{To: c.to})
		if reach, err := r.Reach("AAA"); err != nil || reach.String() != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, reach, err, c.want)
		}
	}
}

func TestMilestonesOfAPledgeInSteps(t *testing.T) {
	r := planned(t, scenario.Steps{{Share: 0.02, By: 2022}, {Share: 0.03, By: 2024}}, 0.01, 0.015, 0.02, 0.025, 0.03)
	milestones, err := r.Milestones("AAA")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range milestones {
		got = append(got, scenario.FormatShare(m.Target)+" "+m.String())
	}
	if diff := cmp.Diff([]string{"2% 2022", "3% 2024"}, got); diff != "" {
		t.Error(diff)
	}
	var rows []string
	for row := range r.MilestoneYears().Rows() {
		rows = append(rows, row.Variable+" "+row.Text)
	}
	if diff := cmp.Diff([]string{"year at 2% (by 2022) 2022", "year at 3% (by 2024) 2024"}, rows); diff != "" {
		t.Error(diff)
	}
	later, err := planned(t, scenario.Steps{{Share: 0.02, By: 2021}, {Share: 0.02, By: 2023}}, 0.01, 0.015, 0.02, 0.02).Milestones("AAA")
	if err != nil || len(later) != 2 || later[0].Deadline != 2021 || later[1].Deadline != 2023 {
		t.Errorf("the same share by another deadline is another milestone: %v, %v", later, err)
	}
	last, err := r.Reach("AAA")
	if err != nil || last.Target != 0.03 || last.Deadline != 2024 {
		t.Errorf("Reach is about %v by %d (%v), want the last step", last.Target, last.Deadline, err)
	}
	between, err := r.ReachShare("AAA", 0.025)
	if err != nil || between.String() != "2023" {
		t.Errorf("2.5%% reached %v (%v), want 2023", between, err)
	}
}

func TestCountOverHistoryAndProjection(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{
		Name: "1.5% by 2024", Pledge: scenario.Except{
			Pledge: scenario.Target{Share: 1.5 * scenario.Percent, By: 2024},
			Terms:  map[string]scenario.Pledge{"BBB": nil},
		}, Growth: scenario.Constant(0), Response: scenario.Hold{},
	}, projection.Options{Base: 2019, To: 2021})
	// AAA holds 1.45%, its share of 2019; BBB, at 2.2%, is exempt.
	if want, got := "2014: 0, 2015: 0, 2016: 0, 2017: 0, 2018: 0, 2019: 0, 2020: 0 (projected), 2021: 0 (projected)", r.Count().String(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	r = run(t, twoMembers(), scenario.Scenario{
		Name: "1.5% by 2021", Pledge: scenario.Target{Share: 1.5 * scenario.Percent, By: 2021}, Growth: scenario.Constant(0), Response: scenario.Ramp{},
	}, projection.Options{Base: 2019, To: 2021})
	if want, got := "2014: 1, 2015: 1, 2016: 1, 2017: 1, 2018: 1, 2019: 1, 2020: 1 (projected), 2021: 2 (projected)", r.Count().String(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestOutcomeTellsYearsAtAShare(t *testing.T) {
	share, err := scenario.SeriesOf(
		scenario.Observation{Year: 2020, Value: 0.0201}, scenario.Observation{Year: 2021, Value: 0.0190},
		scenario.Observation{Year: 2022, Value: 0.0195}, scenario.Observation{Year: 2023, Value: 0.01995, Status: scenario.Estimated})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scenario.NewDataset("record", "million",
		scenario.Member{Code: "AAA", Share: share},
		scenario.Member{Code: "BBB", Share: share.Map(func(year int, v float64) float64 { return min(v, 0.01+float64(year-2020)*0.0035) })},
		scenario.Member{Code: "CCC", Share: scenario.NewSeries(2020, 0.01, 0.01, 0.01, 0.01)},
		scenario.Member{Code: "ISL", Exempt: "no armed forces"})
	if err != nil {
		t.Fatal(err)
	}
	d.Precision = 0.01 * scenario.Percent
	record, err := projection.Outcome(d, 2*scenario.Percent)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range record.Members {
		got = append(got, m.Member+" "+m.String())
	}
	// AAA: 2.01% in 2020, below, then an estimate of 1.995%, which is printed as 2.00%.
	if diff := cmp.Diff([]string{"AAA 2020, 2023e", "BBB 2023e", "CCC not by 2023"}, got); diff != "" {
		t.Error(diff)
	}
	// AAA in 2020 and 2023, BBB (1%, 1.35%, 1.7%, 1.995%) in 2023, CCC never.
	if got, want := record.Count().String(), "2020: 1, 2021: 0, 2022: 0, 2023: 2 (estimated)"; got != want {
		t.Errorf("count: %s, want %s", got, want)
	}
}

// A year without a figure is neither a loss nor a year at the share.
func TestOutcomeAcrossAGap(t *testing.T) {
	d, err := scenario.NewDataset("gaps", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2019, 0.021, math.NaN(), 0.021)},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2019, 0.021, math.NaN(), 0.019)},
		scenario.Member{Code: "CCC"})
	if err != nil {
		t.Fatal(err)
	}
	record, err := projection.Outcome(d, 0.02)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range record.Members {
		got = append(got, m.Member+" "+m.String())
	}
	if diff := cmp.Diff([]string{"AAA 2019", "BBB 2019 only", "CCC no figures"}, got); diff != "" {
		t.Error(diff)
	}
	// In 2020 nobody has a figure: a gap, not a count of none.
	if got, want := record.Count().String(), "2019: 2, 2021: 1"; got != want {
		t.Errorf("count: %s, want %s", got, want)
	}
}

// In the published years what really happened is what a projection from the same
// edition counts, whose target is the same share.
func TestOutcomeCountsAsProjectionsDo(t *testing.T) {
	record, err := projection.Outcome(nato.Latest(), 0.02)
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, nato.Latest(), scenario.Scenario{
		Name: "hold", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0), Response: scenario.Hold{},
	}, projection.Options{Base: 2024})
	if got, want := record.Count().Until(2024).String(), r.Count().Until(2024).String(); got != want {
		t.Errorf("record:  %s\nprojection: %s", got, want)
	}
	if n, ok := record.Count().Observe(2026); !ok || n.Status != scenario.Estimated {
		t.Errorf("2026 is %v, %v; NATO marks it as an estimate", n, ok)
	}
}

func TestExplosiveResponsesAreWarnedAbout(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{Name: "explosive", Growth: scenario.Constant(0), Response: scenario.Budget{RealGrowth: 0.4}}, projection.Options{})
	// 1.6% * 1.4^n passes 25% after ceil(ln(25/1.6)/ln(1.4)) = 9 years, 2.2% after 8.
	for _, want := range []string{"AAA: the share passes 25% of GDP in 2031", "BBB: the share passes 25% of GDP in 2030"} {
		if all := errors.Join(r.Warnings...).Error(); !strings.Contains(all, want) {
			t.Errorf("no warning %q in\n%s", want, all)
		}
	}
}

// Published figures after the base year are not used, which is said unless the
// caller chose the base year.
func TestUnusedFiguresAreWarnedAbout(t *testing.T) {
	s := scenario.Scenario{Name: "hold", Growth: scenario.Constant(0), Response: scenario.Hold{}}
	const want = "figures up to 2026 are published and not used"
	if all := errors.Join(run(t, nato.Latest(), s, projection.Options{}).Warnings...).Error(); !strings.Contains(all, want) {
		t.Errorf("no warning %q in\n%s", want, all)
	}
	if all := errors.Join(run(t, nato.Latest(), s, projection.Options{Base: 2024}).Warnings...).Error(); strings.Contains(all, want) {
		t.Errorf("a warning about a base year that was asked for:\n%s", all)
	}
}

func TestWarningsAreSaidOnce(t *testing.T) {
	d := twoMembers()
	table := scenario.Table{Name: "forecast", Rates: map[string]scenario.Series{
		"AAA": scenario.NewSeries(2023, 0.01, 0.01), "BBB": scenario.NewSeries(2023, 0.01, 0.02),
	}}
	r := run(t, d, scenario.Scenario{
		Name: "trend", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2045}, Growth: table,
		Response: scenario.Trend{Years: 10},
	}, projection.Options{})
	var got []string
	for _, w := range r.Warnings {
		got = append(got, w.Error())
	}
	if diff := cmp.Diff([]string{
		"forecast ends in 2024: the last rate is held to 2040",
		"AAA: trend over 8 years, 10 asked",
		"the deadline 2045 lies beyond the horizon 2040",
		"BBB: trend over 8 years, 10 asked",
	}, got); diff != "" {
		t.Errorf("%s\nin full: %s", diff, strings.Join(got, "\n"))
	}
}
