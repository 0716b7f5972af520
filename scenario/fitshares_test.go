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

// converging gives the shares of 30 members over 60 years that move as [Peers] has it,
// with shocks of Student's t (4), whose middle half lies within ±2% for the first
// member and ±5% for the others.
func converging(t *testing.T, p scenario.Peers) *scenario.Dataset {
	t.Helper()
	src := rand.NewPCG(11, 12)
	shock := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: 4, Src: src}
	unit := 1 / distuv.StudentsT{Mu: 0, Sigma: 1, Nu: 4}.Quantile(0.75)
	var members []scenario.Member
	for i := range 30 {
		size := 0.05
		if i == 0 {
			size = 0.02
		}
		share := 0.02 * math.Exp(0.4*distuv.UnitNormal.Quantile((float64(i)+0.5)/30))
		shares := []float64{share}
		for range 59 {
			share *= math.Pow(p.Level/share, p.Speed) * math.Exp(math.Log1p(p.Drift)+float64(size*unit*shock.Rand()))
			share = min(max(share, 0.001), 0.2)
			shares = append(shares, share)
		}
		members = append(members, scenario.Member{Code: fmt.Sprintf("M%02d", i), Share: scenario.NewSeries(1961, shares...)})
	}
	d, err := scenario.NewDataset("made", "money", members...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What went into a record of 1,770 changes comes out of the fit.
func TestFitShares(t *testing.T) {
	p := scenario.Peers{Level: 0.02, Speed: 0.05}
	f, err := scenario.FitShares(2020, scenario.Spell{Data: converging(t, p), From: 1962, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, []int{f.Shocks.First, f.Shocks.Last, f.Shocks.Count}, []int{1962, 2020, 30 * 59})
	level, _ := f.Levels.At(2020)
	for _, v := range []struct {
		name           string
		got, want, off float64
	}{
		{"speed", f.Speed, 0.05, 0.015},
		{"degrees of freedom", f.Shocks.Tails, 4, 1},
		{"recent change", f.Recent, 0, 0.006},
		{"level", level, 0.02, 0.004},
		// With 59 years against 10 of all others: (59 ln 2 + 10 ln 5)/69. The median of
		// 59 figures has a standard error of a seventh, and the way to the level is in it.
		{"first member", f.Shocks.Members[0].Middle, math.Exp((59*math.Log(0.02) + 10*math.Log(0.05)) / 69), 0.009},
		{"others", f.Shocks.Middle, 0.05, 0.004},
		{"common part", f.Shocks.Common, 0, 0.06},
		{"persistence", f.Shocks.Rho, 0, 0.06},
	} {
		if !(math.Abs(v.got-v.want) <= v.off) {
			t.Errorf("%s: %.4f, want %.4f within %.4f", v.name, v.got, v.want, v.off)
		}
	}
}

// A drift of all members is found, and not taken into the forecast.
func TestFitSharesDrift(t *testing.T) {
	f, err := scenario.FitShares(2020, scenario.Spell{Data: converging(t, scenario.Peers{Drift: -0.02}), From: 1962, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	// The median of 300 changes of ±5% has a standard error of about 0.4 points.
	equal(t, f.Recent, -0.02, cmpopts.EquateApprox(0, 0.012))
	equal(t, f.Peers(), scenario.Peers{Levels: f.Levels, Speed: f.Speed}, series)
}

// The worked example of 40 changes: shares of four members that double in odd years
// and halve in even ones, so that half of the record lies within ln 2.
func TestFitSharesByHand(t *testing.T) {
	var members []scenario.Member
	for i := range 4 {
		shares := []float64{0.01}
		for year := range 10 {
			shares = append(shares, shares[year]*math.Pow(2, math.Pow(-1, float64(year+i))))
		}
		members = append(members, scenario.Member{Code: fmt.Sprintf("M%02d", i), Share: scenario.NewSeries(2010, shares...)})
	}
	d, err := scenario.NewDataset("made", "money", members...)
	if err != nil {
		t.Fatal(err)
	}
	f, err := scenario.FitShares(2020, scenario.Spell{Data: d, From: 2011, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := f.Levels.At(2020)
	equal(t, level, 0.01, near)                                 // all are where they began
	equal(t, f.Shocks.Middle, math.Ln2, near)                   // every change is by a factor of 2
	equal(t, f.Shocks.Members[2].Count, 10)                     // years of one member
	equal(t, f.Shocks.Members[2].Middle, f.Shocks.Middle, near) // all of one size
	equal(t, f.Shocks.Common, 0.5, near)                        // two move together, two against them: those have no common part
	equal(t, f.Shocks.Rho, -0.9, near)                          // the next shock undoes the last: at the limit
}

// Nothing later than until counts, whatever it is.
func TestFitSharesDoesNotLookAhead(t *testing.T) {
	d := converging(t, scenario.Peers{Level: 0.02, Speed: 0.05})
	whole, err := scenario.FitShares(1990, scenario.Spell{Data: d, From: 1962, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	cut, err := d.AsOf(1990)
	if err != nil {
		t.Fatal(err)
	}
	part, err := scenario.FitShares(1990, scenario.Spell{Data: cut, From: 1962, To: 2020})
	if err != nil {
		t.Fatal(err)
	}
	whole.Levels = whole.Levels.Until(1990) // those of later years are known, and for base years that are later
	equal(t, part, whole, series)
}

func TestFitSharesFaults(t *testing.T) {
	d := converging(t, scenario.Peers{})
	for _, test := range []struct {
		until  int
		spells []scenario.Spell
		want   []string
	}{
		{2020, nil, []string{"spells are none: give at least one"}},
		{2020, []scenario.Spell{{From: 1990, To: 2000}, {Data: d, From: 2000, To: 1990}}, []string{
			"spell 1.Data is nil: take a data set from package worldbank or nato, or scenario.NewDataset",
			"spell 2.To = 1990 is before From = 2000",
		}},
		{2020, []scenario.Spell{{d, 1990, 2000}, {d, 2000, 2010}}, []string{"M00, 2000: spells overlap: a change can count once only"}},
		{1962, []scenario.Spell{{d, 1962, 2020}}, []string{"shares up to 1962: record has 30 figures, fewer than the 40 that shocks are estimated from: give a longer record or more members"}},
	} {
		_, err := scenario.FitShares(test.until, test.spells...)
		equal(t, texts(err), test.want)
	}
}
