package nato_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

var approximately = cmpopts.EquateApprox(1e-9, 1e-11)

// panel makes a data set of shares from 2014 on, each from the one before.
func panel(t *testing.T, years int, starts map[string]float64, next func(code string, year int, share float64) float64) *scenario.Dataset {
	t.Helper()
	var ms []scenario.Member
	for code, share := range starts {
		shares := []float64{share}
		for year := 2015; year <= 2014+years; year++ {
			share = next(code, year, share)
			shares = append(shares, share)
		}
		ms = append(ms, scenario.Member{Code: code, Share: scenario.NewSeries(2014, shares...)})
	}
	return dataset(t, ms...)
}

func dataset(t *testing.T, ms ...scenario.Member) *scenario.Dataset {
	t.Helper()
	d, err := scenario.NewDataset("panel", "million, constant prices", ms...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func fitted(t *testing.T, d *scenario.Dataset, p nato.Period) *nato.Observed {
	t.Helper()
	o, err := nato.FitResponse(d, p)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func warnings(errs []error) string { return fmt.Sprint(errors.Join(errs...)) }

// Six members in each group, from different shares; all borders of Russia.
func threeGroups() map[string]float64 {
	starts := map[string]float64{}
	for i := range 6 {
		starts[fmt.Sprintf("NE%d", i)] = 0.015 + 0.0008*float64(i)
		starts[fmt.Sprintf("FA%d", i)] = 0.007 + 0.0015*float64(i)
		starts[nato.BorderingRussia()[i]] = 0.008 + 0.002*float64(i)
	}
	return starts
}

// Where every member closes the same part of its gap, that part is found, without
// error, and a common rise explains less.
func TestFitResponseFindsTheSpeed(t *testing.T) {
	speeds := map[string]float64{"NE": 0.4, "FA": 0.1}
	speed := func(code string) float64 {
		if v, ok := speeds[code[:2]]; ok {
			return v
		}
		return 0.25 // bordering Russia
	}
	d := panel(t, 7, threeGroups(), func(code string, _ int, share float64) float64 { return share + speed(code)*(0.02-share) })
	o := fitted(t, d, nato.BeforeInvasion())
	for want, a := range map[float64]nato.Adjustment{0.4: o.Near, 0.1: o.Far, 0.25: o.Bordering} {
		if diff := cmp.Diff(nato.Line{Speed: want, R2: 1}, a.Gap, approximately); diff != "" {
			t.Errorf("%s: %s", a.Group, diff)
		}
		if diff := cmp.Diff(nato.Line{Speed: want, R2: 1}, a.Both, approximately); diff != "" {
			t.Errorf("%s, both: %s", a.Group, diff)
		}
		if len(a.Members) != 6 || a.Changes != 42 || !(a.Common.R2 < 0.99) || a.Estimated != 0 {
			t.Errorf("%s: %+v", a.Group, a)
		}
	}
	if o.All.Changes != 126 || o.AtTarget.Changes != 0 || !(o.All.Gap.Speed > 0.1 && o.All.Gap.Speed < 0.4 && o.All.Gap.SpeedSE > 0) {
		t.Errorf("all: %+v, at target: %+v", o.All, o.AtTarget)
	}
	if text := o.String() + "\n"; !strings.Contains(text, "Near, from 1.5%: closing part of the gap explains more than a common rise does.\n") || !strings.Contains(text, "40.0% (0.0)  100%") {
		t.Errorf("an exact speed is told from 0: %s", text)
	}
	r := o.Response()
	if err := (scenario.Scenario{Name: "r", Growth: scenario.Constant(0), Response: r}).Validate(); err != nil {
		t.Error(err)
	}
	for code := range threeGroups() {
		p := r.(scenario.ByMember).Of[code].(scenario.Partial)
		if math.Abs(p.Fraction-speed(code)) > 1e-9 || p.SE > 1e-9 || p.Estimate != "speed towards 2%, 2015-2021" || p.Response != (scenario.Jump{}) {
			t.Errorf("%s follows %+v", code, p)
		}
	}
}

// Where all shares rise by the same number of points it is no adjustment, and that
// shows.
func TestFitResponseTellsACommonRise(t *testing.T) {
	starts := map[string]float64{}
	for i := range 8 {
		starts[fmt.Sprintf("FA%d", i)] = 0.006 + 0.0005*float64(i)
	}
	d := panel(t, 4, starts, func(_ string, _ int, share float64) float64 { return share + 0.001 })
	o := fitted(t, d, nato.Period{First: 2015, Last: 2018})
	want := nato.Line{Rise: 0.001, R2: 1}
	if diff := cmp.Diff([]nato.Line{want, want}, []nato.Line{o.Far.Common, o.Far.Both}, approximately); diff != "" {
		t.Error(diff)
	}
	if !(o.Far.Gap.Speed > 0 && o.Far.Gap.R2 < 1) {
		t.Errorf("the gap alone: %+v", o.Far.Gap)
	}
	if !strings.Contains(o.String(), "Far, below 1.5%: a common rise explains more") {
		t.Error(o)
	}
}

// Two changes of each of 12 members: speed = sum gap*change / sum gap^2, and what an
// observation adds to its error is gap*u / sum gap^2. Of those at 2% and above the same
// with a gap of 1: the mean change.
func TestFitResponseInClosedForm(t *testing.T) {
	starts := map[string]float64{}
	for i := range 12 {
		starts[fmt.Sprintf("FA%02d", i)], starts[fmt.Sprintf("UP%02d", i)] = 0.005+0.0007*float64(i), 0.022+0.001*float64(i)
	}
	var below, above observations
	d := panel(t, 2, starts, func(code string, year int, share float64) float64 {
		var i int
		fmt.Sscanf(code[2:], "%d", &i)
		if strings.HasPrefix(code, "UP") {
			change := -0.001 + 0.0003*float64(i*year%5)
			above = append(above, observation{code, year, 1, change})
			return share + change
		}
		change := 0.0002*float64((i+1)*(year-2013)%7) + 0.0003*float64(year-2014)
		below = append(below, observation{code, year, 0.02 - share, change})
		return share + change
	})
	o := fitted(t, d, nato.Period{First: 2015, Last: 2016})
	speed, speedSE, speedByMember := below.closedForm()
	mean, meanSE, meanByMember := above.closedForm()
	want := []nato.Line{{Speed: speed, SpeedSE: speedSE, SpeedSEByMember: speedByMember}, {Rise: mean, RiseSE: meanSE, RiseSEByMember: meanByMember}}
	got := []nato.Line{o.All.Gap, o.AtTarget.Common}
	if diff := cmp.Diff(want, got, approximately, cmpopts.IgnoreFields(nato.Line{}, "R2")); diff != "" {
		t.Error(diff)
	}
	if o.Far.Gap != o.All.Gap || o.All.Years != 2 || o.AtTarget.Changes != 24 {
		t.Errorf("far: %+v, all: %+v, at target: %+v", o.Far, o.All, o.AtTarget)
	}
	if !math.IsNaN(o.AtTarget.Gap.Speed) || !math.IsNaN(o.AtTarget.Both.Rise) {
		t.Errorf("those at the target have no gap: %+v", o.AtTarget)
	}
}

type observation struct {
	member string
	year   int
	x, y   float64
}

type observations []observation

// closedForm is the slope of y on x through the origin, its standard error by member
// and year, and by member alone: with one x all matrices are numbers. The factor is
// G/(G-1) * (N-1)/(N-1), and N/(N-1) for single observations.
func (all observations) closedForm() (b, se, byMember float64) {
	xx, xy, n := 0.0, 0.0, float64(len(all))
	for _, o := range all {
		xx, xy = xx+o.x*o.x, xy+o.x*o.y
	}
	b = xy / xx
	members, years, single := map[string]float64{}, map[int]float64{}, 0.0
	for _, o := range all {
		part := o.x * (o.y - b*o.x) / xx
		members[o.member], years[o.year], single = members[o.member]+part, years[o.year]+part, single+part*part*n/(n-1)
	}
	byMembers, byYears := 0.0, 0.0
	for _, part := range members {
		byMembers += part * part * float64(len(members)) / float64(len(members)-1)
	}
	for _, part := range years {
		byYears += part * part * float64(len(years)) / float64(len(years)-1)
	}
	return b, math.Sqrt(max(byMembers+byYears-single, byMembers, byYears)), math.Sqrt(byMembers)
}

// Too little is no number, but a warning, and a response that cannot be used by
// mistake.
func TestFitResponseOfTooFew(t *testing.T) {
	slow := func(_ string, _ int, share float64) float64 { return share + 0.1*(0.02-share) }
	one := fitted(t, panel(t, 7, map[string]float64{"FA0": 0.01}, slow), nato.BeforeInvasion())
	for _, a := range []nato.Adjustment{one.All, one.Far, one.Near, one.Bordering, one.AtTarget} {
		if a.Known() || !math.IsNaN(a.Gap.Speed) || !math.IsNaN(a.Gap.SpeedSE) || !math.IsNaN(a.Both.R2) {
			t.Errorf("one member gives %+v", a)
		}
	}
	if w := warnings(one.Warnings); !strings.Contains(w, "all below 2%: too few for a number in 2015-2021: members 1 of at least 5, changes 7 of at least 10, years 7 of at least 2") {
		t.Error(w)
	}
	err := scenario.Scenario{Name: "r", Growth: scenario.Constant(0), Response: one.Response()}.Validate()
	if err == nil || !strings.Contains(err.Error(), "Response.Fraction = NaN is not in (0, 1]") {
		t.Errorf("its response is accepted: %v", err)
	}
	single := fitted(t, panel(t, 7, threeGroups(), slow), nato.Period{First: 2018, Last: 2018})
	if w := warnings(single.Warnings); single.All.Known() || single.All.Significant(1, 0) || !strings.Contains(w, "members 18 of at least 5, changes 18 of at least 10, years 1 of at least 2") {
		t.Errorf("one year gives %+v: %s", single.All, w)
	}
	if !strings.Contains(one.String(), "far, below 1.5%   1        7        0          -") {
		t.Error(one)
	}

	// A group of which too little is known follows all.
	starts := map[string]float64{"NE0": 0.018}
	for i := range 6 {
		starts[fmt.Sprintf("FA%d", i)] = 0.01 + 0.0005*float64(i)
	}
	r := fitted(t, panel(t, 7, starts, slow), nato.BeforeInvasion()).Response().(scenario.ByMember)
	if _, own := r.Of["NE0"]; own || len(r.Of) != 6 || math.Abs(r.Else.(scenario.Partial).Fraction-0.1) > 1e-9 {
		t.Errorf("%v", r)
	}
}

// What is not a change of a member's share does not count, and is named.
func TestFitResponseLeavesOut(t *testing.T) {
	series := func(percents ...float64) scenario.Series {
		for i := range percents {
			percents[i] = scenario.FromPercent(percents[i])
		}
		return scenario.NewSeries(2014, percents...)
	}
	estimated, err := scenario.SeriesOf(
		scenario.Observation{Year: 2014, Value: 0.011}, scenario.Observation{Year: 2015, Value: 0.012, Status: scenario.Estimated}, scenario.Observation{Year: 2016, Value: 0.013},
		scenario.Observation{Year: 2017, Value: 0.013})
	if err != nil {
		t.Fatal(err)
	}
	d := dataset(t,
		scenario.Member{Code: "AAA", Share: series(1, 1.1, 1.2, 1.3), Breaks: []scenario.Break{{Year: 2016, Why: "other accounts"}}},
		scenario.Member{Code: "BBB", Share: series(1, 1.1, math.NaN(), 1.3)},
		scenario.Member{Code: "CCC", Share: series(1, 1.1, 1.2, 1.3), Joined: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)},
		scenario.Member{Code: "DDD", Share: estimated},
		scenario.Member{Code: "EEE", Exempt: "no armed forces"},
		scenario.Member{Code: "FFF", Share: series(1.9, 2, 1.9, 2.1)}, // at 2% in 2015, and not in 2016
	)
	o := fitted(t, d, nato.Period{First: 2015, Last: 2017})
	// AAA without 2016, BBB 2015 only, CCC 2016 and 2017, DDD all, FFF 2015 and 2017.
	if o.All.Changes != 2+1+2+3+2 || o.All.Estimated != 2 || o.AtTarget.Changes != 1 {
		t.Errorf("all: %+v, at target: %+v", o.All, o.AtTarget)
	}
	if !slices.Equal(o.Far.Members, []string{"AAA", "BBB", "CCC", "DDD"}) || !slices.Equal(o.Near.Members, []string{"FFF"}) {
		t.Errorf("far %v, near %v", o.Far.Members, o.Near.Members)
	}
	for _, want := range []string{
		"AAA: the change of 2016 is left out: other accounts", "BBB: the change of 2016 is left out: a share is missing",
		"BBB: the change of 2017 is left out: a share is missing", "CCC: changes up to 2015 are left out, since it joined in 2015", "EEE left out: no armed forces",
	} {
		if !strings.Contains(warnings(o.Warnings), want) {
			t.Errorf("no warning %q in %v", want, o.Warnings)
		}
	}
}

func TestFitResponseFaults(t *testing.T) {
	for _, test := range []struct {
		d    *scenario.Dataset
		p    nato.Period
		kind error
		want string
	}{
		{nato.Latest(), nato.Period{}, scenario.ErrInvalid, "Period = 0-0 has no years"},
		{nato.Latest(), nato.Period{First: 2021, Last: 2015}, scenario.ErrInvalid, "Period = 2021-2015 has no years"},
		{nato.Latest(), nato.Period{First: 2014, Last: 2021}, scenario.ErrMissing, "needs shares of 2013 to 2021, and edition nato-2026-07 has those of 2014 to 2026: the first change is that of 2015"},
		{nato.Latest(), nato.Period{First: 2022, Last: 2027}, scenario.ErrMissing, "needs shares of 2021 to 2027"},
		{nil, nato.BeforeInvasion(), scenario.ErrInvalid, "Dataset is nil"},
		{&scenario.Dataset{Edition: "empty"}, nato.BeforeInvasion(), scenario.ErrMissing, "edition empty has no shares"},
	} {
		_, err := nato.FitResponse(test.d, test.p)
		if !errors.Is(err, test.kind) || !strings.Contains(fmt.Sprint(err), test.want) {
			t.Errorf("%v: %v, want %s", test.p, err, test.want)
		}
	}
}
