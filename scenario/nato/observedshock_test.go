package nato_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// judged says how standard errors did in many panels of known speed.
type judged struct {
	Spread          float64 // of the estimated speeds: the true standard error
	Size            float64 // root mean square of the standard errors, as a part of the spread
	Within2, Within float64 // part of the panels whose true speed is within 2 standard errors, and within Student's t
}

// shocks makes panels of 20 members that close 5% of their gap in a year, with a shock
// of the year that all have in common and one of their own, and judges the standard
// errors by member and year, and those by member alone.
func shocks(t *testing.T, years int, common, own float64) (both, byMember judged) {
	t.Helper()
	const panels, members, speed = 400, 20, 0.05
	random := rand.New(rand.NewPCG(1, 2015))
	starts := map[string]float64{}
	for i := range members {
		starts[fmt.Sprintf("FA%02d", i)] = 0.004 + 0.0002*float64(i)
	}
	var speeds []float64
	for range panels {
		ofYear, ofMember := make([]float64, years), map[string][]float64{}
		for year := range ofYear {
			ofYear[year] = common * random.NormFloat64()
		}
		for i := range members {
			code := fmt.Sprintf("FA%02d", i)
			for range years {
				ofMember[code] = append(ofMember[code], own*random.NormFloat64())
			}
		}
		d := panel(t, years, starts, func(code string, year int, share float64) float64 {
			return share + speed*(0.02-share) + ofYear[year-2015] + ofMember[code][year-2015]
		})
		a := fitted(t, d, nato.Period{First: 2015, Last: 2014 + years}).All
		if a.Changes != members*years {
			t.Fatalf("%d changes: a share is above 2%%", a.Changes)
		}
		speeds = append(speeds, a.Gap.Speed)
		off := a.Gap.Speed - speed
		both.add(a, off, a.Gap.SpeedSE, panels)
		byMember.add(a, off, a.Gap.SpeedSEByMember, panels)
	}
	spread := stat.StdDev(speeds, nil)
	for _, j := range []*judged{&both, &byMember} {
		j.Spread, j.Size = spread, math.Sqrt(j.Size)/spread
	}
	return both, byMember
}

func (j *judged) add(a nato.Adjustment, off, se, panels float64) {
	j.Size += se * se / panels
	if math.Abs(off) <= 2*se {
		j.Within2 += 1 / panels
	}
	if !a.Significant(off, se) {
		j.Within += 1 / panels
	}
}

// A shock of the year moves the estimate by some twelve times what standard errors by
// member say; those by member and year come near what it does. From 4 or 7 years they
// are themselves uncertain: 2 of them cover too little, Student's t nearly enough.
// Without such shocks both are right.
func TestStandardErrorsAllowForCommonShocks(t *testing.T) {
	type bounds [2]float64
	for name, test := range map[string]struct {
		years                               int
		common                              float64
		size, within2, within, sizeByMember bounds
	}{
		"common shocks, 12 years": {12, 0.0003, bounds{0.85, 1.15}, bounds{0.8, 0.94}, bounds{0.88, 0.98}, bounds{0, 0.2}},
		"common shocks, 7 years":  {7, 0.0003, bounds{0.85, 1.15}, bounds{0.8, 0.94}, bounds{0.9, 0.98}, bounds{0, 0.2}},
		"common shocks, 4 years":  {4, 0.0003, bounds{0.85, 1.15}, bounds{0.7, 0.94}, bounds{0.9, 0.98}, bounds{0, 0.2}},
		"none, 12 years":          {12, 0, bounds{0.85, 1.15}, bounds{0.9, 1}, bounds{0.93, 1}, bounds{0.85, 1.15}},
	} {
		both, byMember := shocks(t, test.years, test.common, 0.0001)
		t.Logf("%s:\nby member and year %+.3v\nby member %+.3v", name, both, byMember)
		for i, v := range []float64{both.Size, both.Within2, both.Within, byMember.Size} {
			if b := []bounds{test.size, test.within2, test.within, test.sizeByMember}[i]; v < b[0] || v > b[1] {
				t.Errorf("%s: number %d is %.3f, want %v", name, i, v, b)
			}
		}
	}
}

// What was not made by ObservedResponse says so and is refused where it is used.
func TestEmptyObserved(t *testing.T) {
	for _, o := range []*nato.Observed{nil, {}} {
		if o.String() == "" {
			t.Errorf("%q", o)
		}
		s := scenario.Scenario{Name: "empty", Growth: scenario.Constant(0), Response: o.Response()}
		if err := s.Validate(); err == nil {
			t.Error("an empty estimate was accepted")
		}
	}
	if n := (*nato.PledgeRecord)(nil).AtTarget(); n != 0 {
		t.Error(n)
	}
}
