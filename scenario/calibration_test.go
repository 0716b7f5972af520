package scenario_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

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
		{"standard deviation", c.Surprises.SD, 0.02, 0.003},
		{"common part", g.Common, 0.6, 0.15},
		{"persistence", g.Rho, 0, 0.25}, // 19 shared years: standard error 0.23
		{"tails are those of the normal", c.Surprises.Tails, 30, 18},
		{"what is new in a year", g.SD, c.Surprises.SD * math.Sqrt(1-g.Rho*g.Rho), 1e-12},
		{"of one member", g.Terms["M07"].SD, c.Surprises.Members[7].SD * math.Sqrt(1-g.Rho*g.Rho), 1e-12},
	} {
		if !(math.Abs(v.got-v.want) <= v.off) {
			t.Errorf("%s: %.4f, want %.4f within %.4f", v.name, v.got, v.want, v.off)
		}
	}
	equal(t, len(g.Terms), 30)
	equal(t, g.Fitted, "surprises of 2001-2019")
}

// What spending misses and what growth misses add up to what shares missed, in
// variances; growth makes three quarters of it at most.
func TestCalibrationAddsUp(t *testing.T) {
	c := calibration(t)
	s := c.Around(scenario.Hold{})
	for i, m := range c.Shares.Shocks.Members {
		growth := c.Surprises.Members[i].SD
		want := math.Sqrt(m.SD*m.SD - growth*growth)
		if least := m.SD / 2; want < least {
			t.Fatalf("%s: the record was to have larger shocks of shares", m.Code)
		}
		if got := s.Terms[m.Code]; math.Abs(got-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", m.Code, got, want)
		}
	}
	c.Surprises.Members[3].SD = 0.3
	equal(t, c.Around(scenario.Hold{}).Terms["M03"], c.Shares.Shocks.Members[3].SD/2, near)
	equal(t, []float64{s.Tails, s.Common}, []float64{c.Shares.Shocks.Tails, c.Shares.Shocks.Common})
}

func TestCalibrationScenario(t *testing.T) {
	c := calibration(t)
	target := scenario.Target{Share: 0.02, By: 2030}
	s := c.Scenario("as the record has it", target)
	equal(t, texts(s.Validate()), []string(nil))
	equal(t, s.Pledge, scenario.Pledge(target))
	equal(t, s.Response, scenario.Response(c.Around(c.Shares.Peers())))
	equal(t, scenario.Lucky(s), true)
	equal(t, s.Note, "calibrated on changes of 1962-2020 and surprises of 2001-2019")
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
