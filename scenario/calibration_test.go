package scenario_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/scenario"
)

// surprised gives 20 years of surprises of growth of the members of converging, of
// which a part is common to all: normal, with a standard deviation of 2 points.
func surprised(common float64) map[string]scenario.Series {
	shock := distuv.Normal{Mu: 0, Sigma: 0.02, Src: rand.NewPCG(13, 14)}
	shared := make([]float64, 20)
	for i := range shared {
		shared[i] = shock.Rand()
	}
	all := map[string]scenario.Series{}
	for i := range 30 {
		own := make([]float64, 20)
		for y := range own {
			own[y] = float64(math.Sqrt(common)*shared[y]) + float64(math.Sqrt(1-common)*shock.Rand())
		}
		all[fmt.Sprintf("M%02d", i)] = scenario.NewSeries(2001, own...)
	}
	return all
}

func calibration(t *testing.T) *scenario.Calibration {
	t.Helper()
	shares, err := scenario.FitShares(2020, scenario.Spell{Data: converging(t, scenario.Peers{Level: 0.02, Speed: 0.05}), From: 1962, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	c, err := scenario.Calibrate(shares, scenario.Constant(0.02), surprised(0.6), 2019)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Surprises have the size, the common part and the persistence that they were made
// with, and none later than until counts.
func TestCalibrateGrowth(t *testing.T) {
	c := calibration(t)
	equal(t, []int{c.Surprises.First, c.Surprises.Last, c.Surprises.Count}, []int{2001, 2019, 30 * 19})
	g := c.Growth()
	for _, v := range []struct {
		name           string
		got, want, off float64
	}{
		{"middle", c.Surprises.Middle, 0.02 * 0.6745, 0.002}, // half of the normal lies within 0.6745 standard deviations
		{"standard deviation", g.SD, 0.02, 0.003},
		{"common part", g.Common, 0.6, 0.15},
		{"persistence", g.Rho, 0, 0.25}, // 19 shared years: standard error 0.23
		{"tails are those of the normal", c.Surprises.Tails, 30, 18},
		{"a member's own", g.Terms["M07"].SD / g.SD, c.Surprises.Members[7].Middle / c.Surprises.Middle, 1e-12},
	} {
		if !(math.Abs(v.got-v.want) <= v.off) {
			t.Errorf("%s: %.4f, want %.4f within %.4f", v.name, v.got, v.want, v.off)
		}
	}
	equal(t, len(g.Terms), 30)
	equal(t, g.Fitted, "surprises of 2001-2019")
}

// What spending misses and what growth misses add up to what shares missed: in a
// simulation half of the first year's shares lie within the middle of the record around
// a held share, with a common and an own part of each, whatever the tails. The standard
// error of a part of 20,000 draws is 0.35 points.
func TestCalibrationAddsUp(t *testing.T) {
	c := calibration(t)
	c.Shares.Shocks.Common, c.Shares.Shocks.Tails = 0.3, 3
	m := member(2)
	m.Code = "M05"
	middle := c.Shares.Shocks.Members[5].Middle
	growth, response := c.Growth(), c.Around(scenario.Hold{})
	inside, all := 0, 0
	for n := range 20 {
		streams := scenario.NewStreams(99, n, false).Of(m.Code)
		b := scenario.NewBlock(m, base, streams, false)
		sample, err := growth.Sampler(m, base+1, 1, streams)
		if err != nil {
			t.Fatal(err)
		}
		rates := make([]float64, scenario.BlockDraws)
		sample(rates, 0)
		b.Expect(0.02)
		b.Spend(response, scenario.Asks{})
		shares, _ := b.Grow(rates)
		for _, s := range shares {
			all++
			if math.Abs(math.Log(s/0.02)) <= middle {
				inside++
			}
		}
	}
	if part := float64(inside) / float64(all); math.Abs(part-0.5) > 0.015 {
		t.Errorf("%.1f%% of the shares lie within the middle of the record, want half", 100*part)
	}
	alone := c.Around(scenario.Hold{}).Terms["M05"]
	c.Surprises.Members[5].Middle = 0
	without := c.Around(scenario.Hold{}).Terms["M05"]
	c.Surprises.Members[5].Middle = 0.3 // far more than shares have moved
	with := c.Around(scenario.Hold{}).Terms["M05"]
	if !(with < alone && alone < without) || math.Abs(with/without-0.5) > 1e-3 {
		t.Errorf("shocks of spending %v, without surprises of growth %v, with large ones %v", alone, without, with)
	}
}

func TestCalibrationScenario(t *testing.T) {
	c := calibration(t)
	target := scenario.Target{Share: 0.02, By: 2030}
	s := c.Scenario("as the record has it", target)
	equal(t, texts(s.Validate()), []string(nil))
	equal(t, s.Pledge, scenario.Pledge(target))
	equal(t, s.Response, scenario.Response(c.Around(c.Shares.Peers())), series)
	equal(t, scenario.Lucky(s), true)
}

func TestCalibrateFaults(t *testing.T) {
	shares := calibration(t).Shares
	path := scenario.Constant(0.02)
	for _, test := range []struct {
		shares    *scenario.ShareFit
		path      scenario.GrowthPath
		surprises map[string]scenario.Series
		want      []string
	}{
		{nil, nil, nil, []string{"shares is empty: make it with FitShares", "path is nil: it must be given"}},
		{shares, path, map[string]scenario.Series{"DEU": scenario.NewSeries(2001, 2)}, []string{"surprises[DEU][2001] = 2 is not a yearly rate in (-0.5, 1] (did you mean 2*scenario.Percent?)"}},
		{shares, path, map[string]scenario.Series{"DEU": scenario.NewSeries(2001, 0.01)}, []string{
			"surprises of growth up to 2019: record has 1 figures, fewer than the 40 that shocks are estimated from: give a longer record or more members"}},
		{shares, path, map[string]scenario.Series{"DEU": scenario.NewSeries(1960, make([]float64, 60)...)}, []string{
			"surprises of growth up to 2019: record is constant: half of it is as expected, so that no size of shocks can be told"}},
	} {
		_, err := scenario.Calibrate(test.shares, test.path, test.surprises, 2019)
		equal(t, texts(err), test.want)
	}
}

// A calibration that was not made by Calibrate is refused where it is used.
func TestEmptyCalibration(t *testing.T) {
	for _, c := range []*scenario.Calibration{nil, {}} {
		equal(t, texts(c.Scenario("empty", nil).Validate()), []string{
			`scenario "empty": Growth is nil: it must be given`, `scenario "empty": Response.Response is nil: it must be given`,
		})
		equal(t, c.Growth(), scenario.AR1{})
		equal(t, c.Around(scenario.Hold{}), scenario.Shocked{})
	}
}

// Ten years that two members have in common tell nothing of what is common to them if
// they have fewer than eight, or if one stands still.
func TestCommonNeedsARecord(t *testing.T) {
	record := map[string]scenario.Series{}
	for i := range 10 {
		code := string(rune('A'+i)) + "AA"
		record[code] = scenario.NewSeries(2001, 0.01, -0.02, 0.015, 0.03, -0.01) // five years, the same for all
	}
	shares := calibration(t).Shares
	c, err := scenario.Calibrate(shares, scenario.Constant(0), record, 2019)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, c.Surprises.Common, 0.0)
	moving := surprised(0.6)
	c, err = scenario.Calibrate(shares, scenario.Constant(0), moving, 2019)
	if err != nil {
		t.Fatal(err)
	}
	before := c.Surprises.Common
	moving["M03"] = scenario.NewSeries(2001, make([]float64, 20)...)
	c, err = scenario.Calibrate(shares, scenario.Constant(0), moving, 2019)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, c.Surprises.Common, before, cmpopts.EquateApprox(0, 0.05)) // one of thirty less
}
